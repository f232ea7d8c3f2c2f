"""Your mask holds the whole numbers 0 and 1. It should be boolean: dtype=torch.bool."""

import torch


def causal_mask(length):
    return torch.ones(length, length, dtype=torch.long).tril()
