"""Your code takes the softmax of the weights. They are shares already; a second softmax makes them nearly equal."""

import torch


def weighted_sum(weights, v):
    weights = torch.softmax(weights, dim=-1)
    output = torch.matmul(weights, v)
    return output
