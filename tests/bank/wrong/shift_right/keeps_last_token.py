"""Your result is one token too long: bos is in front, but the last token is still there. Decoder input and targets must have the same length."""

import torch


def shift_right(targets, bos_id=1):
    first = targets[:, :1]
    bos = torch.full_like(first, bos_id)
    kept = targets
    shifted = torch.cat([bos, kept], dim=1)
    return shifted
