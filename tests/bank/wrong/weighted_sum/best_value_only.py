"""Your code takes the value with the largest weight and leaves the others out. Every value counts as much as its weight says."""

import torch


def weighted_sum(weights, v):
    output = torch.matmul(torch.zeros_like(weights).scatter(-1, weights.argmax(-1, keepdim=True), 1.0), v)
    return output
