"""Your code moves the columns one after the other within one tensor, so bos is copied over the whole row. Read from the targets, write into a new tensor."""

import torch

def shift_right(targets, bos_id=1):
    out = targets.clone()
    out[:, 0] = bos_id
    for t in range(1, out.shape[1]):
        out[:, t] = out[:, t - 1]
    return out
