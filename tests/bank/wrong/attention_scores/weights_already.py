"""Your code scales the scores and takes the softmax already. Those are the next exercises: here the scores are the plain dot products."""

import math

import torch


def attention_scores(q, k):
    k = k.transpose(-2, -1)
    scores = torch.matmul(q, k) / math.sqrt(q.shape[-1])
    return torch.softmax(scores, dim=-1)
