"""Your code takes the maximum along `dim`, but always sums along the last side. Both need the same `dim`."""

import torch


def softmax(x, dim=-1):
    top = x.detach().amax(dim=dim, keepdim=True)
    empty = top == -torch.inf
    top = top.masked_fill(empty, 0)
    shifted = x - top
    e = torch.exp(shifted)
    total = e.sum(dim=-1, keepdim=True)
    total = total.masked_fill(total == 0, 1)
    shares = e / total
    return shares
