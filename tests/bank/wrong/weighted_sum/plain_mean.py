"""Your code averages all values alike. Each query has weights of its own for them."""


def weighted_sum(weights, v):
    mean = v.mean(dim=-2, keepdim=True)
    return mean.expand(*weights.shape[:-1], v.shape[-1])
