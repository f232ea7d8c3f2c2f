"""Your mask is True on the padding; True means may attend. And it is (batch, keys): put a side of length 1 between them for the queries."""

import torch


def padding_mask(tokens, pad_id=0):
    padding = tokens == pad_id
    mask = torch.where(padding, 1, 0)
    mask = mask.bool()
    return mask
