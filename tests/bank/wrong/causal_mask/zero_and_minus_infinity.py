"""Your mask holds 0 and -inf, to be added to the scores. In this course a mask is boolean: True means may attend."""

import torch


def causal_mask(length):
    shape = (length, length)
    mask = torch.ones(shape)
    mask = mask.tril()
    mask = torch.zeros(mask.shape).masked_fill(mask == 0, -torch.inf)
    return mask
