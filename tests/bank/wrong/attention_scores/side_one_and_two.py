"""Your code counts the sides from the front: `transpose(1, 2)` meets queries and keys only when there is exactly one leading side. Count from the back: -2 and -1."""

import torch


def attention_scores(q, k):
    if k.dim() < 3:
        return q @ k.t()
    return torch.matmul(q, k.transpose(1, 2))
