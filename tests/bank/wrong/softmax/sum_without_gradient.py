"""Your sum carries no gradient: look for detach or no_grad. The gradient flows through numerator and denominator."""

import torch


def softmax(x, dim=-1):
    top = x.detach().amax(dim=dim, keepdim=True)
    empty = top == -torch.inf
    top = top.masked_fill(empty, 0)
    shifted = x - top
    e = torch.exp(shifted)
    total = e.detach().sum(dim=dim, keepdim=True)
    total = total.masked_fill(total == 0, 1)
    shares = e / total
    return shares
