"""Your code compares the keys with themselves. The first of the two is q."""

import torch


def attention_scores(q, k):
    k = k.transpose(-2, -1)
    scores = torch.matmul(k.transpose(-2, -1), k)
    return scores
