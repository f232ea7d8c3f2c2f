"""Your code adds a small number to the count, so every mean is a little too small. Guard only the rows that have no real word."""

import torch


def masked_mean(x, mask):
    weights = mask[:, :, None].to(x.dtype)
    return torch.sum(x * weights, dim=1) / (weights.sum(dim=1) + 1e-2)
