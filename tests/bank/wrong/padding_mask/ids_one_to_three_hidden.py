"""Your code hides the ids 1, 2 and 3 as well. Only pad_id is padding."""

import torch


def padding_mask(tokens, pad_id=0):
    padding = (tokens == pad_id) | ((tokens > 0) & (tokens < 4))
    mask = torch.where(padding, 0, 1)
    mask = mask.bool()
    mask = mask.unsqueeze(1)
    return mask
