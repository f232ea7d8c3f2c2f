"""Your mask is (batch, keys, keys) and silences the padding as a query too. Only the keys matter: (batch, 1, keys)."""

import torch


def padding_mask(tokens, pad_id=0):
    padding = tokens == pad_id
    mask = torch.where(padding, 0, 1)
    mask = mask.bool()
    mask = mask[:, :, None] & mask[:, None, :]
    return mask
