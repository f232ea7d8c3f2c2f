"""Your code works for one batch side only. `torch.bmm` wants exactly three sides; @ takes any number."""

import torch


def weighted_sum(weights, v):
    output = torch.bmm(weights, v)
    return output
