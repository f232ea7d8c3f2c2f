"""Your code multiplies q by k as it stands, which compares queries with columns of numbers. Turn the keys around first."""

import torch


def attention_scores(q, k):
    scores = torch.matmul(q, k)
    return scores
