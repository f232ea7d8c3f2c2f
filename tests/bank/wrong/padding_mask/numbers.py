"""Your mask holds the numbers 0 and 1. It should be boolean: leave out .float() and .int()."""

import torch


def padding_mask(tokens, pad_id=0):
    padding = tokens == pad_id
    mask = torch.where(padding, 0, 1)
    mask = mask.float()
    mask = mask.unsqueeze(1)
    return mask
