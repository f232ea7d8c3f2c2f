"""Your code makes one side of all the leading ones and leaves it so: two sides become three, and four become three. The result has the leading sides of q and k."""

import torch


def attention_scores(q, k):
    k = k.transpose(-2, -1)
    scores = torch.matmul(q, k)
    scores = scores.reshape(-1, *scores.shape[-2:])
    return scores
