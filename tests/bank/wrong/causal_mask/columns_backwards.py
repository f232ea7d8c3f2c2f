"""Your mask runs from right to left: its first column is that of the last token. Column j belongs to key j."""

import torch


def causal_mask(length):
    shape = (length, length)
    mask = torch.ones(shape)
    mask = mask.tril()
    mask = mask.bool()
    mask = mask.flip(1)
    return mask
