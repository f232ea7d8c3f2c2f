"""Your code returns the logarithm of the shares; take the exponential of it, or leave the logarithm out."""

import torch


def softmax(x, dim=-1):
    top = x.detach().amax(dim=dim, keepdim=True)
    empty = top == -torch.inf
    top = top.masked_fill(empty, 0)
    shifted = x - top
    e = torch.exp(shifted)
    total = e.sum(dim=dim, keepdim=True)
    total = total.masked_fill(total == 0, 1)
    shares = x - torch.logsumexp(x, dim, keepdim=True)
    return shares
