"""Your code takes the softmax already. A score is any number: here only the dot products are wanted."""

import torch


def attention_scores(q, k):
    k = k.transpose(-2, -1)
    scores = torch.matmul(q, k)
    return torch.softmax(scores, dim=-1)
