"""In your mask a token sees itself and the one before it. It sees all that came before."""

import torch


def causal_mask(length):
    shape = (length, length)
    mask = torch.ones(shape)
    mask = mask.tril().triu(diagonal=-1)
    mask = mask.bool()
    return mask
