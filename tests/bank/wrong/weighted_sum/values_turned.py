"""Your code turns the values around. Their keys already stand where the product needs them, as rows."""

import torch


def weighted_sum(weights, v):
    output = torch.matmul(weights, v.transpose(-2, -1))
    return output
