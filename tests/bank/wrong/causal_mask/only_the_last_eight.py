"""Your mask has a window: a token sees only itself and the seven before it. It sees everything that came before, however long the text."""

import torch


def causal_mask(length):
    shape = (length, length)
    mask = torch.ones(shape)
    mask = mask.tril().triu(-7)
    mask = mask.bool()
    return mask
