"""Your code divides by sqrt(d_k) already. That is the next exercise: here the scores are the plain dot products."""

import math

import torch


def attention_scores(q, k):
    k = k.transpose(-2, -1)
    scores = torch.matmul(q, k) / math.sqrt(q.shape[-1])
    return scores
