"""In your mask a token sees itself and nothing else. It also sees everything before it."""

import torch


def causal_mask(length):
    shape = (length, length)
    mask = torch.ones(shape)
    mask = mask.tril().triu()
    mask = mask.bool()
    return mask
