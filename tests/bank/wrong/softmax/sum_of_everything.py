"""Your code takes the maximum along `dim`, but divides by the sum of the whole tensor, so all shares together sum to one. Sum along `dim` too."""

import torch


def softmax(x, dim=-1):
    top = x.detach().amax(dim=dim, keepdim=True)
    empty = top == -torch.inf
    top = top.masked_fill(empty, 0)
    shifted = x - top
    e = torch.exp(shifted)
    total = e.sum()
    total = total.masked_fill(total == 0, 1)
    shares = e / total
    return shares
