"""Your code takes the first sentence's padding for all. Each sentence has its own."""

import torch


def padding_mask(tokens, pad_id=0):
    padding = tokens[:1].expand(tokens.shape) == pad_id
    mask = torch.where(padding, 0, 1)
    mask = mask.bool()
    mask = mask.unsqueeze(1)
    return mask
