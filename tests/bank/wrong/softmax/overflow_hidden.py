"""Your code exponentiates the numbers as they are, so 1000 overflows, and nan_to_num then hides what was lost. Subtract the maximum along `dim` first."""

import torch


def softmax(x, dim=-1):
    e = torch.exp(x)
    return torch.nan_to_num(e / e.sum(dim, keepdim=True))
