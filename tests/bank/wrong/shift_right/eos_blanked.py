"""Your code puts pad in place of eos; only the last column drops out, everything else moves by one place as it is."""

import torch


def shift_right(targets, bos_id=1):
    first = targets[:, :1]
    bos = torch.full_like(first, bos_id)
    kept = targets.masked_fill(targets == 2, 0)[:, :-1]
    shifted = torch.cat([bos, kept], dim=1)
    return shifted
