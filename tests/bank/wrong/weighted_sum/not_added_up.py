"""Your code multiplies each value by its weight but does not add them up. Sum over the keys."""


def weighted_sum(weights, v):
    return weights[..., None] * v[..., None, :, :]
