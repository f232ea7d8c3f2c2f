"""Your code hides <bos>, <eos> and <unk> too. Only padding is no word."""

import torch


def padding_mask(tokens, pad_id=0):
    padding = (tokens == pad_id) | (tokens < 4)
    mask = torch.where(padding, 0, 1)
    mask = mask.bool()
    mask = mask.unsqueeze(1)
    return mask
