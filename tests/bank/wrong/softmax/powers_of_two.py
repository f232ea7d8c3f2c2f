"""Your code raises 2 to the scores, not e: that is `exp2`, and the shares come out too even."""

import torch


def softmax(x, dim=-1):
    m = x.amax(dim, keepdim=True)
    m = m.masked_fill(m == -torch.inf, 0)
    e = torch.exp2(x - m)
    s = e.sum(dim, keepdim=True)
    return e / s.masked_fill(s == 0, 1)
