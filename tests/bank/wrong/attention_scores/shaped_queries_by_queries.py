"""Your code gives the result the shape (queries, queries), which fails where there are more keys or fewer. The last side is theirs."""

import torch


def attention_scores(q, k):
    k = k.transpose(-2, -1)
    scores = torch.matmul(q, k)
    scores = scores.reshape(*q.shape[:-1], q.shape[-2])
    return scores
