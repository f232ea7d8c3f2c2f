"""Your code scales the mean to length 1; that comes afterwards, where the lesson compares sentences."""

import torch.nn.functional as F


def mean_pool(hidden, mask):
    words = mask.unsqueeze(-1)
    real = words.to(hidden.dtype)
    kept = hidden * real
    total = kept.sum(dim=1)
    count = real.sum(dim=1)
    count = count.clamp(min=1)
    mean = total / count
    return F.normalize(mean, dim=-1)
