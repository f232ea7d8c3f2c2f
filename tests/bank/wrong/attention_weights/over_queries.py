"""Your softmax runs over the queries: the columns sum to one. Each query shares out its own attention, so the rows must: dim=-1."""

import torch


def attention_weights(scores, mask=None):
    if mask is None:
        hidden = torch.zeros_like(scores, dtype=torch.bool)
    else:
        hidden = ~mask
    scores = scores.masked_fill(hidden, float("-inf"))
    weights = torch.softmax(scores, dim=-2)
    weights = weights.masked_fill(hidden, 0.0)
    return weights
