"""Your code turns the numbers into float32 on the way, and float64 inputs lose their precision. Keep the dtype that came in."""

import torch


def softmax(x, dim=-1):
    top = x.detach().amax(dim=dim, keepdim=True)
    empty = top == -torch.inf
    top = top.masked_fill(empty, 0)
    shifted = x - top
    e = torch.exp(shifted.float())
    total = e.sum(dim=dim, keepdim=True)
    total = total.masked_fill(total == 0, 1)
    shares = e / total
    return shares
