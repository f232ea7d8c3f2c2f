"""Where the targets already begin with bos your code only cuts the end; the contract puts bos in front whatever stands there."""

import torch


def shift_right(targets, bos_id=1):
    first = targets[:, :1]
    bos = torch.full_like(first, bos_id)
    kept = targets[:, :-1]
    shifted = torch.cat([bos, kept], dim=1)
    if (targets[:, 0] == bos_id).all():
        return kept
    return shifted
