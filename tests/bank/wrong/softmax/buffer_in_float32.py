"""Your result is written into a tensor that `torch.zeros` or `torch.empty` made in float32, which float64 numbers do not fit. Give it the dtype of x, or use `zeros_like`."""

import torch


def softmax(x, dim=-1):
    top = x.detach().amax(dim=dim, keepdim=True)
    empty = top == -torch.inf
    top = top.masked_fill(empty, 0)
    shifted = x - top
    e = torch.exp(shifted)
    total = e.sum(dim=dim, keepdim=True)
    total = total.masked_fill(total == 0, 1)
    shares = torch.zeros(x.shape)
    shares[x == x] = (e / total)[x == x]
    return shares
