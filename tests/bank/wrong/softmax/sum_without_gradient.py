"""Your sum carries no gradient: look for detach or no_grad. The gradient flows through numerator and denominator."""

import torch


def softmax(x, dim=-1):
    m = x.detach().amax(dim, keepdim=True); m = m.masked_fill(torch.isneginf(m), 0)
    e = (x - m).exp(); s = e.sum(dim, keepdim=True).detach()
    return e / s.masked_fill(s == 0, 1)
