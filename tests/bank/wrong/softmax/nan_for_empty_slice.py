"""Where every entry is -inf your code computes -inf minus -inf, or 0 / 0, which is NaN; such a slice must give zeros."""

import torch


def softmax(x, dim=-1):
    top = x.detach().amax(dim=dim, keepdim=True)
    empty = top == -torch.inf
    top = top.masked_fill(empty, 0)
    shifted = x - top
    e = torch.exp(shifted)
    total = e.sum(dim=dim, keepdim=True)
    shares = e / total
    return shares
