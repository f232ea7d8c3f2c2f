"""Your mask is (batch, keys, 1), which silences the padding as a query and still lets everyone read it. The padding is to be hidden as a key: the last side."""

import torch


def padding_mask(tokens, pad_id=0):
    padding = tokens == pad_id
    mask = torch.where(padding, 0, 1)
    mask = mask.bool()
    mask = mask.unsqueeze(-1)
    return mask
