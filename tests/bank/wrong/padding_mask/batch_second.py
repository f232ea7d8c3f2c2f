"""Your mask is (1, batch, keys): the new side of length 1 stands first. It belongs between batch and keys."""

import torch


def padding_mask(tokens, pad_id=0):
    padding = tokens == pad_id
    mask = torch.where(padding, 0, 1)
    mask = mask.bool()
    mask = mask.unsqueeze(0)
    return mask
