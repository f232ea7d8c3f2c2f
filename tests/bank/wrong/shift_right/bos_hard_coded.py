"""Your code always puts 1 in front; `bos_id` may be another number."""

import torch


def shift_right(targets, bos_id=1):
    return torch.cat([torch.ones_like(targets[:, :1]), targets[:, :-1]], dim=1)
