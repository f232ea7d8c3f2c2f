"""Your code takes the value of the best key alone. Every value comes in, times its weight."""

import torch


def weighted_sum(weights, v):
    weights = (weights == weights.amax(dim=-1, keepdim=True)).to(v.dtype)
    output = torch.matmul(weights, v)
    return output
