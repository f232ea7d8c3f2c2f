"""Your code turns the weights around, so a value is summed over the queries. The keys are the last side of the weights, and they are what is summed over."""

import torch


def weighted_sum(weights, v):
    output = torch.matmul(weights.transpose(-2, -1), v)
    return output
