"""Your mask is (1, length, length). Only (length, length) is wanted; broadcasting adds the batch."""

import torch


def causal_mask(length):
    return torch.ones(1, length, length, dtype=torch.bool).tril()
