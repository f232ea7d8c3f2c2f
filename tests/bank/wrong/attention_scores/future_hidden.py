"""Your code hides the keys after each query (-inf above the diagonal). Scores know no mask: that comes with the weights."""

import torch


def attention_scores(q, k):
    k = k.transpose(-2, -1)
    scores = torch.matmul(q, k)
    scores = scores + torch.full(scores.shape, float("-inf")).triu(1)
    return scores
