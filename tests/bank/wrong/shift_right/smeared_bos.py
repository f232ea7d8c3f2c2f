"""Your result is bos all along the row, as when columns are moved one after the other within one tensor. Read from the targets, write into a new tensor."""

import torch


def shift_right(targets, bos_id=1):
    first = targets[:, :1]
    bos = torch.full_like(first, bos_id)
    kept = bos.expand(-1, targets.shape[1] - 1)
    shifted = torch.cat([bos, kept], dim=1)
    return shifted
