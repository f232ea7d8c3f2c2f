"""Your code compares fractions, which are rounded: at some lengths a token does not see itself. Compare whole numbers."""

import torch


def causal_mask(length):
    reached = torch.full((length,), 1 / length).cumsum(dim=0)
    needed = torch.arange(1, length + 1) / length
    return reached[:, None] >= needed[None, :]
