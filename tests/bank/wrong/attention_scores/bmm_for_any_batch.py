"""Your code takes `torch.bmm` wherever there is a batch, and that wants exactly three sides. `@` takes any number of them."""

import torch


def attention_scores(q, k):
    k = k.transpose(-2, -1)
    scores = torch.matmul(q, k) if q.dim() == 2 else torch.bmm(q, k)
    return scores
