"""Your code writes bos wherever the token before was eos, too. Behind eos there is nothing but padding to predict: shift the row as it is."""

import torch


def shift_right(targets, bos_id=1):
    before = targets[:, :-1]
    first = torch.full((len(targets), 1), bos_id)
    return torch.cat([first, torch.where(before == 2, bos_id, before)], dim=1)
