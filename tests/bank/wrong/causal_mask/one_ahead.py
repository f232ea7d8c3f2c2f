"""Your mask lets each token see the one after it, which is just the word that it should predict. Stop at the diagonal."""

import torch


def causal_mask(length):
    shape = (length, length)
    mask = torch.ones(shape)
    mask = mask.tril(diagonal=1)
    mask = mask.bool()
    return mask
