"""Your code puts bos in front of the first sentence only; in the others the last token comes round to the front."""

import torch


def shift_right(targets, bos_id=1):
    first = targets[:, :1]
    bos = torch.full_like(first, bos_id)
    bos[1:] = targets[1:, -1:]
    kept = targets[:, :-1]
    shifted = torch.cat([bos, kept], dim=1)
    return shifted
