"""Your code unpacks the shape into exactly three names, so it fails for two sides or four. Count sides from the end: `q.shape[-1]`."""

import torch


def attention_scores(q, k):
    batch, queries, d_k = q.shape
    k = k.transpose(-2, -1)
    scores = torch.matmul(q, k)
    return scores
