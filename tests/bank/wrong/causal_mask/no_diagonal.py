"""In your mask a token does not see itself, and the first one sees nothing at all. The diagonal belongs to it."""

import torch


def causal_mask(length):
    return torch.ones(length, length, dtype=torch.bool).tril(diagonal=-1)
