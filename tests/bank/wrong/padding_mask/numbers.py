"""Your mask holds the floating-point numbers 0.0 and 1.0. It should be boolean: a comparison is, as it stands."""

import torch


def padding_mask(tokens, pad_id=0):
    padding = tokens == pad_id
    mask = torch.where(padding, 0, 1)
    mask = mask.float()
    mask = mask.unsqueeze(1)
    return mask
