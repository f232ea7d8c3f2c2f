"""Your code squeezes the result, so a side of length 1 that belongs to it is lost, a batch of one for instance. Keep every side."""

import torch


def weighted_sum(weights, v):
    output = torch.matmul(weights, v).squeeze()
    return output
