"""Your code takes the softmax of the weights. They are shares already; a second softmax makes them nearly equal."""

import torch


def weighted_sum(weights, v):
    output = torch.matmul(weights.softmax(dim=-1), v)
    return output
