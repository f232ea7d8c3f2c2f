"""Your mask holds 0 and -inf, to be added to the scores. In this course a mask is boolean: True means may attend."""

import torch


def padding_mask(tokens, pad_id=0):
    padding = tokens == pad_id
    mask = torch.where(padding, 0, 1)
    mask = torch.zeros(mask.shape).masked_fill(mask == 0, -torch.inf)
    mask = mask.unsqueeze(1)
    return mask
