"""Your code turns the values around. Their keys already stand where the product needs them, as rows."""


def weighted_sum(weights, v):
    return weights @ v.transpose(-2, -1)
