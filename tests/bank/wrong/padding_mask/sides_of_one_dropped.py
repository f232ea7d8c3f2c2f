"""Your code drops every side of length 1 (`squeeze()`): a batch of one, or a single word, is still a side."""

import torch


def padding_mask(tokens, pad_id=0):
    padding = tokens == pad_id
    mask = torch.where(padding, 0, 1)
    mask = mask.bool()
    mask = mask.unsqueeze(1)
    return mask.squeeze()
