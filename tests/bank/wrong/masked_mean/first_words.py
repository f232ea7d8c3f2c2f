"""Your code counts the real words and takes so many from the start. They may stand anywhere: ask the mask about each word."""

import torch


def masked_mean(x, mask):
    kept = torch.arange(x.shape[1]) < mask.sum(1, keepdim=True)
    kept = kept.unsqueeze(-1).to(x.dtype)
    return (x * kept).sum(1) / kept.sum(1).clamp(min=1)
