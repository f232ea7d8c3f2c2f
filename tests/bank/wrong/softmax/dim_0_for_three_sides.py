"""Without dim your code takes side 0 for tensors of one or three sides. The default is the last side."""

import torch


def softmax(x, dim=None):
    if dim is None:
        dim = 0 if x.dim() in (0, 1, 3) else 1
    top = x.detach().amax(dim=dim, keepdim=True)
    empty = top == -torch.inf
    top = top.masked_fill(empty, 0)
    shifted = x - top
    e = torch.exp(shifted)
    total = e.sum(dim=dim, keepdim=True)
    total = total.masked_fill(total == 0, 1)
    shares = e / total
    return shares
