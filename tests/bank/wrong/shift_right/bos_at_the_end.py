"""Your code joins bos behind the tokens instead of in front of them, so nothing moves and the decoder sees each word that it should predict."""

import torch


def shift_right(targets, bos_id=1):
    return torch.cat([targets[:, :-1], torch.full_like(targets[:, :1], bos_id)], dim=1)
