"""Your code leaves the first token ([CLS]) out of the mean; it counts as a real token."""

import torch


def mean_pool(hidden, mask):
    words = (mask & (torch.arange(mask.shape[1]) > 0)).unsqueeze(-1)
    real = words.to(hidden.dtype)
    kept = hidden * real
    total = kept.sum(dim=1)
    count = real.sum(dim=1)
    count = count.clamp(min=1)
    mean = total / count
    return mean
