"""Your code squeezes the side of the queries, so a single query loses its row. A side of length 1 stays."""

import torch


def attention_scores(q, k):
    k = k.transpose(-2, -1)
    scores = torch.matmul(q, k).squeeze(-2)
    return scores
