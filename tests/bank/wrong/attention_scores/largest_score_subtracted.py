"""Your code subtracts each query's largest score. That is a step of the softmax; a score is the plain dot product."""

import torch


def attention_scores(q, k):
    k = k.transpose(-2, -1)
    scores = torch.matmul(q, k)
    scores = scores - scores.amax(dim=-1, keepdim=True)
    return scores
