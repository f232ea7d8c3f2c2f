"""In your mask the first token sees nothing: the loop begins at the second row. Places count from 0."""

import torch


def causal_mask(length):
    shape = (length, length)
    mask = torch.ones(shape)
    mask = mask.tril()
    mask = mask.bool()
    mask[:1] = False
    return mask
