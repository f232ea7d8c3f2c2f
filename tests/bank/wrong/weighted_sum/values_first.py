"""Your code multiplies in the wrong order: weights (queries, keys) times values (keys, d_v), so that the keys meet."""


def weighted_sum(weights, v):
    return v @ weights
