"""Your code works for one sentence only. `torch.mm` wants exactly two sides; @ takes any number."""

import torch


def weighted_sum(weights, v):
    return torch.mm(weights, v)
