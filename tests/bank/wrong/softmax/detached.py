"""The values are right, but no gradient flows back: look for `.detach()`, `.data`, numpy or no_grad."""

import torch


def softmax(x, dim=-1):
    x = x.detach()
    m = x.amax(dim, keepdim=True)
    m = m.masked_fill(m == -torch.inf, 0)
    e = torch.exp(x - m)
    s = e.sum(dim, keepdim=True)
    return e / s.masked_fill(s == 0, 1)
