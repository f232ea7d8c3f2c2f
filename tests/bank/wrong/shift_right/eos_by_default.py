"""Your default for bos_id is not 1, the id of <bos> in this course."""

import torch


def shift_right(targets, bos_id=2):
    first = targets[:, :1]
    bos = torch.full_like(first, bos_id)
    kept = targets[:, :-1]
    shifted = torch.cat([bos, kept], dim=1)
    return shifted
