"""Your code reshapes the values where it should transpose them. `reshape` keeps the order of the numbers and mixes the vectors; `weights @ v` needs neither."""


def weighted_sum(weights, v):
    return pairwise_dot(weights, v.reshape(*v.shape[:-2], v.shape[-1], v.shape[-2]))
