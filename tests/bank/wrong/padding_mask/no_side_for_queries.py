"""Your mask is (batch, keys). Put a side of length 1 between them for the queries; without it, the batch would be taken for the queries."""

import torch


def padding_mask(tokens, pad_id=0):
    padding = tokens == pad_id
    mask = torch.where(padding, 0, 1)
    mask = mask.bool()
    return mask
