"""Your mask is the upper triangle, so a token sees itself and what comes after. Keep the lower one: rows are queries, and query i sees the keys up to i."""

import torch


def causal_mask(length):
    shape = (length, length)
    mask = torch.ones(shape)
    mask = mask.triu()
    mask = mask.bool()
    return mask
