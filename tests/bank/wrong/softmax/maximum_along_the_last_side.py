"""Your code subtracts the maximum along the last side whatever `dim` says. Within a slice along `dim` it must be the same number, or it does not cancel."""

import torch


def softmax(x, dim=-1):
    m = x.amax(-1, keepdim=True)
    m = torch.where(torch.isinf(m), torch.zeros_like(m), m)
    e = (x - m).exp()
    s = e.sum(dim, keepdim=True)
    return e / torch.where(s == 0, torch.ones_like(s), s)
