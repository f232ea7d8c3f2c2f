"""Your code averages all values alike. Each query has weights of its own for them."""

import torch


def weighted_sum(weights, v):
    output = torch.matmul(torch.full_like(weights, 1 / v.shape[-2]), v)
    return output
