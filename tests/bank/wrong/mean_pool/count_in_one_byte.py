"""Your code counts in a kind of number that ends at 255, so longer sentences are divided by the wrong number. Count in an ordinary integer or a float."""

import torch


def mean_pool(hidden, mask):
    count = mask.sum(dim=1, keepdim=True, dtype=torch.uint8)
    return (hidden * mask.unsqueeze(-1)).sum(dim=1) / count
