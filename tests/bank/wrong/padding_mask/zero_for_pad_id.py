"""Your code takes the id 0 for padding whatever pad_id says. The padding may have another id: compare with pad_id."""

import torch


def padding_mask(tokens, pad_id=0):
    padding = tokens == 0
    mask = torch.where(padding, 0, 1)
    mask = mask.bool()
    mask = mask.unsqueeze(1)
    return mask
