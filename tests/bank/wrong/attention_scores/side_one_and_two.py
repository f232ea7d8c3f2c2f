"""Your code counts the sides from the front: `transpose(1, 2)` turns the keys around only when there is exactly one leading side. Count from the back: -2 and -1."""

import torch


def attention_scores(q, k):
    k = k.t() if k.dim() < 3 else k.transpose(1, 2)
    scores = torch.matmul(q, k)
    return scores
