"""Your mask is True for the future. True means may attend: turn it around."""

import torch


def causal_mask(length):
    shape = (length, length)
    mask = torch.ones(shape)
    mask = mask.triu(diagonal=1)
    mask = mask.bool()
    return mask
