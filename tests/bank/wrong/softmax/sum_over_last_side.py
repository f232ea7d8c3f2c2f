"""Your code takes the maximum along `dim`, but always sums along the last side. Both need the same `dim`."""

import torch


def softmax(x, dim=-1):
    m = x.amax(dim, keepdim=True)
    m = m.masked_fill(m == -torch.inf, 0)
    e = torch.exp(x - m)
    s = e.sum(-1, keepdim=True)
    return e / s.masked_fill(s == 0, 1)
