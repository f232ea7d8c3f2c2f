"""Your code reshapes the values where it should transpose them. `reshape` keeps the order of the numbers and mixes the vectors; `weights @ v` needs neither."""

import torch


def weighted_sum(weights, v):
    output = torch.matmul(weights, v.reshape(*v.shape[:-2], v.shape[-1], v.shape[-2]).transpose(-2, -1))
    return output
