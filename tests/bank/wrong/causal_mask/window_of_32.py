"""Your mask lets a token see only a number of tokens before it. It sees all of them, however long the text."""

import torch

def causal_mask(length, window=32):
    distance = torch.arange(length)[:, None] - torch.arange(length)[None, :]
    return (distance >= 0) & (distance < window)
