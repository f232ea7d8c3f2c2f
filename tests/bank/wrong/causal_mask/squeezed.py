"""Your code squeezes the result, so the mask of a single token loses both its sides. The mask is (length, length) always."""

import torch


def causal_mask(length):
    shape = (length, length)
    mask = torch.ones(shape)
    mask = mask.tril()
    mask = mask.bool()
    return mask.squeeze()
