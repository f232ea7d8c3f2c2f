"""Your code makes one side of batch and heads, so that four sides come back as three. The result has the leading sides of q and k."""

import torch


def attention_scores(q, k):
    k = k.transpose(-2, -1)
    scores = torch.matmul(q, k)
    if scores.dim() > 3:
        scores = scores.flatten(0, -3)
    return scores
