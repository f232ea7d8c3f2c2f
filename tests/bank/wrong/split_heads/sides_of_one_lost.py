"""Your code squeezes, and where batch, time or the size of a head is 1 that side is lost. Name the sides, or leave `squeeze` out."""

import torch


def split_heads(x, n_heads):
    b, t, d = x.shape
    if d % n_heads:
        raise ValueError
    return torch.stack([c.squeeze() for c in x.chunk(n_heads, -1)], dim=-3)
