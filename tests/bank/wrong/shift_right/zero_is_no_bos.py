"""A bos_id of 0 your code takes for none and puts 1 there. 0 is false in Python (`bos_id or 1`), but an id like any other."""

import torch


def shift_right(targets, bos_id=1):
    first = torch.full((len(targets), 1), bos_id or 1)
    return torch.cat([first, targets[:, :-1]], dim=1)
