"""Your code adds the values once more where there are as many queries as keys: the residual connection comes later, and adds x."""


def weighted_sum(weights, v):
    out = weights @ v
    return out + v if out.shape == v.shape else out
