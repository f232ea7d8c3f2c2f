"""Your mask hides each token from itself and lets only the first one see itself. Every token sees itself and what came before: the diagonal is True."""

import torch


def causal_mask(length):
    shape = (length, length)
    mask = torch.ones(shape)
    mask = mask.tril(diagonal=-1)
    mask = mask.bool()
    mask[..., :1, :1] = True
    return mask
