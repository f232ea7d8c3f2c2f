"""Your code multiplies each value by its weight but does not add them up. Sum over the keys."""


def weighted_sum(weights, v):
    output = weights[..., None] * v[..., None, :, :]
    return output
