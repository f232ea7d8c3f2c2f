"""Your code shifts by two places, so the decoder never reads the word just before; shift by one."""

import torch

def shift_right(targets, bos_id=1):
    return torch.cat([targets.new_full((targets.size(0), 2), bos_id), targets[:, :-2]], dim=1)
