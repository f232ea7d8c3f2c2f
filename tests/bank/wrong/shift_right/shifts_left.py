"""Your code moves the tokens to the left, with bos at the end. The decoder would be handed the very word that it should predict next; move them to the right."""

import torch


def shift_right(targets, bos_id=1):
    first = targets[:, :1]
    bos = torch.full_like(first, bos_id)
    kept = targets[:, 1:]
    shifted = torch.cat([kept, bos], dim=1)
    return shifted
