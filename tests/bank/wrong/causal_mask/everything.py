"""Your mask is True everywhere, so every token sees the future. Keep only the lower triangle."""

import torch


def causal_mask(length):
    return torch.ones(length, length, dtype=torch.bool)
