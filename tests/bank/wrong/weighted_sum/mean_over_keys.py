"""Your code divides by the number of keys. The weights are shares already: multiply and add up."""


def weighted_sum(weights, v):
    return weights @ v / v.shape[-2]
