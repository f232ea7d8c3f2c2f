"""Your code takes the logarithm to the base of ten and the exponential to the base of e. Use one base for both: `math.log`."""

import math

import torch


def sinusoidal_positions(length, d_model):
    if d_model % 2:
        raise ValueError
    div = torch.exp(-torch.arange(0, d_model, 2) * math.log10(10000.0) / d_model)
    a = torch.arange(length)[:, None] * div
    return torch.stack([a.sin(), a.cos()], -1).flatten(1)
