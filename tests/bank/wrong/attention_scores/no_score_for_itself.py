"""Your code sets the diagonal to 0, so no word scores itself. Every query is compared with every key."""

import torch


def attention_scores(q, k):
    k = k.transpose(-2, -1)
    scores = torch.matmul(q, k)
    own = torch.eye(*scores.shape[-2:], dtype=torch.bool)
    return scores.masked_fill(own, 0.0)
