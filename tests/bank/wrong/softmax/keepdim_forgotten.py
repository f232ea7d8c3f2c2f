"""Your sum, or your maximum, loses the side `dim`, so it no longer lines up with x and meets the wrong entries. What keeps that side, with length 1?"""

import torch


def softmax(x, dim=-1):
    top = x.detach().amax(dim=dim)
    empty = top == -torch.inf
    top = top.masked_fill(empty, 0)
    shifted = x - top
    e = torch.exp(shifted)
    total = e.sum(dim=dim)
    total = total.masked_fill(total == 0, 1)
    shares = e / total
    return shares
