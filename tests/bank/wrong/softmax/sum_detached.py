"""Your code detaches the sum it divides by: the values are right, but the gradient does not know that one share grows at the cost of the others."""

import torch


def softmax(x, dim=-1):
    m = x.amax(dim, keepdim=True)
    m = m.masked_fill(m == -torch.inf, 0)
    e = torch.exp(x - m)
    s = e.sum(dim, keepdim=True).detach()
    return e / s.masked_fill(s == 0, 1)
