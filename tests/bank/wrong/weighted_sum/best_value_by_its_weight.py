"""Your code takes only the value with the largest weight, times that weight, and leaves the others out. Every value counts as much as its weight says."""

import torch
def weighted_sum(weights, v):
    best = weights.argmax(-1, keepdim=True)
    one = torch.zeros_like(weights).scatter(-1, best, 1.0)
    return (one * weights) @ v
