"""Your mask stands upside down: its first row is that of the last token. Row i belongs to query i."""

import torch


def causal_mask(length):
    shape = (length, length)
    mask = torch.ones(shape)
    mask = mask.tril()
    mask = mask.bool()
    mask = mask.flip(0)
    return mask
