"""Your mask lets each token see the one after it, which is just the word that it should predict. Stop at the diagonal."""

import torch


def causal_mask(length):
    return torch.ones(length, length, dtype=torch.bool).tril(diagonal=1)
