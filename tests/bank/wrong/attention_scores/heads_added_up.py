"""Your code adds up the scores of all heads. Each head keeps its own."""

import torch


def attention_scores(q, k):
    k = k.transpose(-2, -1)
    scores = torch.matmul(q, k)
    if scores.dim() == 4:
        scores = scores.sum(1)
    return scores
