"""Your code exponentiates the numbers as they are, so 1000 overflows to infinity; subtract the maximum along `dim` first."""

import torch


def softmax(x, dim=-1):
    e = torch.exp(x)
    s = e.sum(dim, keepdim=True)
    return e / s.masked_fill(s == 0, 1)
