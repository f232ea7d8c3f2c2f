"""Your code returns nothing, which is None in Python. The last line should be `return` with the result."""

import torch


def causal_mask(length):
    shape = (length, length)
    mask = torch.ones(shape)
    mask = mask.tril()
    mask = mask.bool()
