"""Your code divides by the padded length; divide by the number of real tokens."""

import torch


def mean_pool(hidden, mask):
    words = mask.unsqueeze(-1)
    real = words.to(hidden.dtype)
    kept = hidden * real
    total = kept.sum(dim=1)
    count = torch.ones_like(real).sum(dim=1)
    count = count.clamp(min=1)
    mean = total / count
    return mean
