"""Your code works for one sentence only. `torch.mm` wants exactly two sides; @ takes any number."""

import torch


def weighted_sum(weights, v):
    output = torch.mm(weights, v)
    return output
