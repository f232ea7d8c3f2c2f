"""In your mask the last row is empty, so the last token sees nothing. If you fill the rows in a loop, look where it stops: `range(length)` ends at length - 1 by itself."""

import torch


def causal_mask(length):
    shape = (length, length)
    mask = torch.ones(shape)
    mask = mask.tril()
    mask = mask.bool()
    mask[-1:] = False
    return mask
