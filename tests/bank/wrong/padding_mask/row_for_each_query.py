"""Your mask is (batch, keys, keys), with the same row for every query. One row is enough, and is broadcast: (batch, 1, keys)."""

import torch


def padding_mask(tokens, pad_id=0):
    padding = tokens == pad_id
    mask = torch.where(padding, 0, 1)
    mask = mask.bool()
    mask = mask.unsqueeze(1).expand(-1, tokens.shape[1], -1)
    return mask
