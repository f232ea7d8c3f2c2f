"""Your code adds something to the number of tokens, so every mean is a little too small."""

import torch

def mean_pool(hidden, mask):
    m = mask.to(hidden.dtype)
    return torch.einsum("btd,bt->bd", hidden, m) / m.sum(1, keepdim=True).add(1)
