"""Your code puts bos in place of the first token instead of before it, so the first word of every sentence is lost. Shift all words by one place; it is the last token that drops out."""

import torch


def shift_right(targets, bos_id=1):
    first = targets[:, :1]
    bos = torch.full_like(first, bos_id)
    kept = targets[:, 1:]
    shifted = torch.cat([bos, kept], dim=1)
    return shifted
