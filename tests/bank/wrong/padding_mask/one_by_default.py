"""Your default for pad_id is not 0, the id of <pad> in this course."""

import torch


def padding_mask(tokens, pad_id=1):
    padding = tokens == pad_id
    mask = torch.where(padding, 0, 1)
    mask = mask.bool()
    mask = mask.unsqueeze(1)
    return mask
