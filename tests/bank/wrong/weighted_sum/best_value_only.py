"""Your code takes the value with the largest weight and leaves the others out. Every value counts as much as its weight says."""

import torch


def weighted_sum(weights, v):
    best = weights.argmax(-1, keepdim=True)
    return torch.gather(v, -2, best.expand(*best.shape[:-1], v.shape[-1]))
