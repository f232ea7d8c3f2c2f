"""Your code exponentiates but does not divide, so the shares do not sum to one. Divide by the sum along `dim`."""

import torch


def softmax(x, dim=-1):
    m = x.amax(dim, keepdim=True)
    m = m.masked_fill(m == -torch.inf, 0)
    return torch.exp(x - m)
