"""Your code squeezes, and where batch, time or the size of a head is 1 that side is lost. Name the sides, or leave `squeeze` out."""

import torch


def split_heads(x, n_heads):
    batch = x.shape[0]
    time = x.shape[1]
    d_model = x.shape[2]
    if d_model % n_heads != 0:
        raise ValueError("n_heads must divide d_model")
    d_head = d_model // n_heads
    cut = x.reshape(batch, time, n_heads, d_head)
    heads = torch.stack([head.squeeze() for head in cut.unbind(2)], dim=-3)
    heads = heads.contiguous()
    return heads
