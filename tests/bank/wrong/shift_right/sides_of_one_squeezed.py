"""Your code squeezes its result, so a single sentence loses its batch side, and a sentence of one token its time. The result has the shape of the targets."""

import torch


def shift_right(targets, bos_id=1):
    first = targets[:, :1]
    bos = torch.full_like(first, bos_id)
    kept = targets[:, :-1]
    shifted = torch.cat([bos, kept], dim=1)
    return shifted.squeeze()
