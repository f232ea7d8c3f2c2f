"""Your code multiplies entry by entry. A weighted sum also adds up over the keys: @ does both."""


def weighted_sum(weights, v):
    return weights * v
