"""Your code leaves the last head out; `range(n)` ends before n by itself."""

import torch


def merge_heads(x):
    return torch.cat([x[:, head] for head in range(x.shape[1] - 1)], dim=-1)
