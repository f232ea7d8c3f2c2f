"""Your code divides by the number of keys. The weights are shares already: multiply and add up."""

import torch


def weighted_sum(weights, v):
    output = torch.matmul(weights, v) / v.shape[-2]
    return output
