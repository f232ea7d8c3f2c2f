"""Your code multiplies in the wrong order: weights (queries, keys) times values (keys, d_v), so that the keys meet."""

import torch


def weighted_sum(weights, v):
    output = torch.matmul(v, weights)
    return output
