"""Your mask has a window: a token does not see what lies further back. It sees everything up to itself."""

import torch


def causal_mask(length):
    shape = (length, length)
    mask = torch.ones(shape)
    mask = mask.tril().triu(-7)
    mask = mask.bool()
    return mask
