"""In your mask the first row is empty, so the first token sees nothing, not even itself. If you fill the rows in a loop, look where it begins: places count from 0."""

import torch


def causal_mask(length):
    shape = (length, length)
    mask = torch.ones(shape)
    mask = mask.tril()
    mask = mask.bool()
    mask[:1] = False
    return mask
