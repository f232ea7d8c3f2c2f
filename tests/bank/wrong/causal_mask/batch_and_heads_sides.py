"""Your mask is (1, 1, length, length). Only (length, length) is wanted; broadcasting adds batch and heads."""

import torch


def causal_mask(length):
    shape = (1, 1, length, length)
    mask = torch.ones(shape)
    mask = mask.tril()
    mask = mask.bool()
    return mask
