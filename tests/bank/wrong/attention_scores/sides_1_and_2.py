"""Your code turns sides 1 and 2 around, which are the last two only where there are three. Count from the end: -2 and -1."""

import torch


def attention_scores(q, k):
    k = k.transpose(1, 2)
    scores = torch.matmul(q, k)
    return scores
