"""Your code puts pad in place of eos; only the last column drops out, everything else moves by one place as it is."""

import torch

def shift_right(targets, bos_id=1):
    kept = targets.masked_fill(targets == 2, 0)
    return torch.cat([targets.new_full((targets.size(0), 1), bos_id), kept[:, :-1]], dim=1)
