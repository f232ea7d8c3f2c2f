"""Your mask is (1, 1, length, length). Only (length, length) is wanted; broadcasting adds batch and heads."""

import torch


def causal_mask(length):
    return torch.ones(1, 1, length, length, dtype=torch.bool).tril()
