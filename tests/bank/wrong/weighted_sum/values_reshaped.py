"""Your code reshapes the values. `reshape` keeps the order of the numbers and so mixes the vectors; v fits the matrix product as it is."""

import torch


def weighted_sum(weights, v):
    output = torch.matmul(weights, v.reshape(*v.shape[:-2], v.shape[-1], v.shape[-2]).transpose(-2, -1))
    return output
