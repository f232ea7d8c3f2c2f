"""Your code averages the products over d_k. A dot product is their sum."""

import torch


def attention_scores(q, k):
    k = k.transpose(-2, -1)
    scores = torch.matmul(q, k) / q.shape[-1]
    return scores
