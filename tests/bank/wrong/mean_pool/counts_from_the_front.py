"""Your code averages as many tokens from the front as the mask has True; the real ones may stand elsewhere, as the mask says."""

import torch


def mean_pool(hidden, mask):
    words = (torch.arange(mask.shape[1]) < mask.sum(dim=1, keepdim=True)).unsqueeze(-1)
    real = words.to(hidden.dtype)
    kept = hidden * real
    total = kept.sum(dim=1)
    count = real.sum(dim=1)
    count = count.clamp(min=1)
    mean = total / count
    return mean
