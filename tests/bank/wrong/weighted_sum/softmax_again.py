"""Your code takes the softmax of the weights. They are shares already; a second softmax makes them nearly equal."""


def weighted_sum(weights, v):
    return weights.softmax(dim=-1) @ v
