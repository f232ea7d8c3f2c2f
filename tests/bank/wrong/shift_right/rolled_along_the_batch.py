"""Your code rolls the sentences of the batch around instead of the words of each sentence. Time is the second side: dims=1."""

import torch


def shift_right(targets, bos_id=1):
    out = torch.roll(targets, 1, dims=0)
    out[:, 0] = bos_id
    return out
