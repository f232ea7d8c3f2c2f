"""Your mask allows the first key always, padding or not. Each entry says only whether that token is a word; a query with nothing to see is the softmax's business."""

import torch


def padding_mask(tokens, pad_id=0):
    padding = tokens == pad_id
    mask = torch.where(padding, 0, 1)
    mask = mask.bool()
    mask = mask.unsqueeze(1)
    mask[..., 0] = True
    return mask
