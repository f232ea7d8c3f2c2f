"""Your code lines up all real words of the batch and deals them out evenly, so sentences of different length get one another's words. Sum along time, row by row."""

import torch


def masked_mean(x, mask):
    b, t, d = x.shape
    chosen = x[mask]
    if len(chosen) == 0:
        return x.new_zeros(b, d)
    per = max(len(chosen) // b, 1)
    need = per * b
    chosen = torch.cat([chosen, chosen.new_zeros(need, d)])[:need]
    return chosen.view(b, per, d).mean(1)
