"""The values are right, but no gradient flows back: look for `.detach()`, `.data`, numpy or no_grad."""

import torch


@torch.no_grad()
def softmax(x, dim=-1):
    top = x.detach().amax(dim=dim, keepdim=True)
    empty = top == -torch.inf
    top = top.masked_fill(empty, 0)
    shifted = x - top
    e = torch.exp(shifted)
    total = e.sum(dim=dim, keepdim=True)
    total = total.masked_fill(total == 0, 1)
    shares = e / total
    return shares
