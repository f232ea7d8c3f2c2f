"""Your mask is (1, length, length). Only (length, length) is wanted; broadcasting adds the batch."""

import torch


def causal_mask(length):
    shape = (1, length, length)
    mask = torch.ones(shape)
    mask = mask.tril()
    mask = mask.bool()
    return mask
