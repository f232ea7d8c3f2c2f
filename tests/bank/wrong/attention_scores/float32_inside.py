"""Your code turns its inputs into float32. Keep the dtype that came in."""

import torch


def attention_scores(q, k):
    k = k.transpose(-2, -1)
    scores = torch.matmul(q, k)
    return scores.float()
