"""Your code squeezes the result, which drops every side of length 1: a single query or a batch of one."""

import torch


def attention_scores(q, k):
    k = k.transpose(-2, -1)
    scores = torch.matmul(q, k)
    return scores.squeeze()
