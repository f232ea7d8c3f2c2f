"""Your code counts the real words and takes so many from the start. They may stand anywhere: ask the mask about each word."""

import torch


def masked_mean(x, mask):
    words = (torch.arange(mask.shape[1]) < mask.sum(dim=1, keepdim=True)).unsqueeze(-1)
    kept = words.to(x.dtype)
    real = x * kept
    total = real.sum(dim=1)
    count = kept.sum(dim=1)
    count = count.clamp(min=1)
    mean = total / count
    return mean
