"""Your code multiplies in the wrong order. Weights are (queries, keys) and values (keys, d_v): the two sides that are keys must meet."""

import torch


def weighted_sum(weights, v):
    output = torch.matmul(v, weights)
    return output
