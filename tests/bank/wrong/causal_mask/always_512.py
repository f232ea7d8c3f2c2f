"""Your mask has one size whatever `length` is. Make it `length` by `length`."""

import torch


def causal_mask(length):
    shape = (512, 512)
    mask = torch.ones(shape)
    mask = mask.tril()
    mask = mask.bool()
    return mask
