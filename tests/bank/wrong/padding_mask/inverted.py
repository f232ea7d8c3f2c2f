"""Your mask is True on the padding. True means may attend: it belongs to the real words."""

import torch


def padding_mask(tokens, pad_id=0):
    padding = tokens == pad_id
    mask = torch.where(padding, 1, 0)
    mask = mask.bool()
    mask = mask.unsqueeze(1)
    return mask
