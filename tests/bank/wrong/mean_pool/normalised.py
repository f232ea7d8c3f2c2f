"""Your code scales the mean to length 1; that comes afterwards, where the lesson compares sentences."""

import torch.nn.functional as F


def mean_pool(hidden, mask):
    real = mask.unsqueeze(-1).to(hidden.dtype)
    return F.normalize((hidden * real).sum(dim=1) / real.sum(dim=1), dim=-1)
