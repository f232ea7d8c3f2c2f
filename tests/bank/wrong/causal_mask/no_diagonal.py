"""In your mask a token does not see itself, and the first one sees nothing at all. The diagonal belongs to it."""

import torch


def causal_mask(length):
    shape = (length, length)
    mask = torch.ones(shape)
    mask = mask.tril(diagonal=-1)
    mask = mask.bool()
    return mask
