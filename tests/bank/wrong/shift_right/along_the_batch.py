"""Your code shifts from sentence to sentence instead of from word to word. Time is the second side, dim=1: columns move, not rows."""

import torch


def shift_right(targets, bos_id=1):
    first = targets[:1]
    bos = torch.full_like(first, bos_id)
    kept = targets[:-1]
    shifted = torch.cat([bos, kept], dim=0)
    return shifted
