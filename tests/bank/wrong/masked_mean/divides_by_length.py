"""Your code sums the right words but divides by the length of the whole row; divide by the number of real words."""

import torch


def masked_mean(x, mask):
    words = mask.unsqueeze(-1)
    kept = words.to(x.dtype)
    real = x * kept
    total = real.sum(dim=1)
    count = torch.ones_like(kept).sum(dim=1)
    count = count.clamp(min=1)
    mean = total / count
    return mean
