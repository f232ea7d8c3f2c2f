"""Your code multiplies the queries of each sentence with the keys of every sentence. Leading sides go along side by side: `@` does that, `tensordot` does not."""

import torch


def attention_scores(q, k):
    k = k.transpose(-2, -1)
    scores = torch.tensordot(q, k, dims=([-1], [-2]))
    return scores
