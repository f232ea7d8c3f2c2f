"""Your code brings the side `dim` to the end for its work and leaves it there. Bring it back before you return."""

import torch


def softmax(x, dim=-1):
    x = x.movedim(dim, -1)
    dim = -1
    top = x.detach().amax(dim=dim, keepdim=True)
    empty = top == -torch.inf
    top = top.masked_fill(empty, 0)
    shifted = x - top
    e = torch.exp(shifted)
    total = e.sum(dim=dim, keepdim=True)
    total = total.masked_fill(total == 0, 1)
    shares = e / total
    return shares
