"""Your code turns the numbers into float32 on the way, and float64 inputs lose their precision. Keep the dtype that came in."""

import torch


def softmax(x, dim=-1):
    x = x.float()
    m = x.amax(dim, keepdim=True)
    m = m.masked_fill(m == -torch.inf, 0)
    e = torch.exp(x - m)
    s = e.sum(dim, keepdim=True)
    return e / s.masked_fill(s == 0, 1)
