"""Your mask holds the numbers 0 and 1. It should be boolean: dtype=torch.bool."""

import torch


def causal_mask(length):
    return torch.tril(torch.ones(length, length))
