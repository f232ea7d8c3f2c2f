"""Your code unpacks the shape into exactly three names, so it fails for two sides or four. Count sides from the end: `scores.shape[-1]`."""

import torch


def attention_weights(scores, mask=None):
    batch, queries, keys = scores.shape
    if mask is None:
        hidden = torch.zeros_like(scores, dtype=torch.bool)
    else:
        hidden = ~mask
    scores = scores.masked_fill(hidden, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    weights = weights.masked_fill(hidden, 0.0)
    return weights
