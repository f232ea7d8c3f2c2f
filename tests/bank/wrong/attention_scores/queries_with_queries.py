"""Your code compares the queries with themselves. The second of the two is k."""

import torch


def attention_scores(q, k):
    k = q.transpose(-2, -1)
    scores = torch.matmul(q, k)
    return scores
