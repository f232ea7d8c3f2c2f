"""Your code counts the numbers that are not 0. A real word may well contain a 0: count the words that the mask allows."""

import torch


def masked_mean(x, mask):
    kept = torch.where(mask[..., None], x, torch.zeros_like(x))
    return kept.sum(1) / kept.count_nonzero(dim=1).clamp(min=1)
