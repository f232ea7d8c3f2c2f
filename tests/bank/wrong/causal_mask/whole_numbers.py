"""Your mask holds the whole numbers 0 and 1. It should be boolean: dtype=torch.bool."""

import torch


def causal_mask(length):
    shape = (length, length)
    mask = torch.ones(shape)
    mask = mask.tril()
    mask = mask.long()
    return mask
