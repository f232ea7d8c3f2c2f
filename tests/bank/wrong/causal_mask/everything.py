"""Your mask is True everywhere, so every token sees the future. Keep only the lower triangle."""

import torch


def causal_mask(length):
    shape = (length, length)
    mask = torch.ones(shape)
    mask = mask.bool()
    return mask
