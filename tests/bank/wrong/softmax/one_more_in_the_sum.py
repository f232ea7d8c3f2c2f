"""Your sum counts one term too many, the exponential of a 0 besides those of x, so the shares sum to less than one. Sum over the entries of x alone."""

import torch


def softmax(x, dim=-1):
    top = x.detach().amax(dim=dim, keepdim=True)
    empty = top == -torch.inf
    top = top.masked_fill(empty, 0)
    shifted = x - top
    e = torch.exp(shifted)
    total = e.sum(dim=dim, keepdim=True)
    total = total + torch.exp(-top)
    total = total.masked_fill(total == 0, 1)
    shares = e / total
    return shares
