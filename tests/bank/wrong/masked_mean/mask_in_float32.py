"""Your code turns the mask into float32 and multiplies it, as a matrix, with words that may be float64, which fails. Give the mask the dtype of x."""

import torch


def masked_mean(x, mask):
    words = mask.unsqueeze(-1)
    kept = words.float()
    total = torch.bmm(kept.transpose(1, 2), x).squeeze(1)
    count = kept.sum(dim=1)
    count = count.clamp(min=1)
    mean = total / count
    return mean
