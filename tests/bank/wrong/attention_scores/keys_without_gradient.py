"""No gradient reaches the keys in your code: look for detach, no_grad or .data around `k`."""

import torch


def attention_scores(q, k):
    k = k.transpose(-2, -1)
    scores = torch.matmul(q, k.detach())
    return scores
