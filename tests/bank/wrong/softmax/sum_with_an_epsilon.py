"""Your code adds a small number to the sum, so the shares no longer sum to one. With the maximum subtracted, the sum is 0 only for a slice of -inf: guard that one alone."""

import torch


def softmax(x, dim=-1):
    top = x.detach().amax(dim=dim, keepdim=True)
    empty = top == -torch.inf
    top = top.masked_fill(empty, 0)
    shifted = x - top
    e = torch.exp(shifted)
    total = e.sum(dim=dim, keepdim=True)
    total = total + 1e-4
    shares = e / total
    return shares
