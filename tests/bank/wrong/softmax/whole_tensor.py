"""Your code divides by the sum of the whole tensor, so all shares together sum to one; sum along `dim` only."""

import torch


def softmax(x, dim=-1):
    e = torch.exp(x - x.max())
    return e / e.sum()
