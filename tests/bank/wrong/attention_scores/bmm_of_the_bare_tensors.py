"""Your code works for exactly three sides, as `torch.bmm` does. `@` takes any number; count the sides from the end."""

import torch


def attention_scores(q, k):
    k = k.transpose(-2, -1)
    scores = torch.bmm(q, k)
    return scores
