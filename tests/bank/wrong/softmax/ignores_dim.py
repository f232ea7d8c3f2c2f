"""Your code always works along the last side; `dim` may name another one."""

import torch


def softmax(x, dim=-1):
    m = x.amax(-1, keepdim=True)
    m = m.masked_fill(m == -torch.inf, 0)
    e = torch.exp(x - m)
    s = e.sum(-1, keepdim=True)
    return e / s.masked_fill(s == 0, 1)
