"""Your code divides the numbers by their sum without exponentiating them first; negative numbers then give negative shares."""

import torch


def softmax(x, dim=-1):
    top = x.detach().amax(dim=dim, keepdim=True)
    empty = top == -torch.inf
    top = top.masked_fill(empty, 0)
    shifted = x - top
    e = x
    total = e.sum(dim=dim, keepdim=True)
    shares = e / total
    return shares
