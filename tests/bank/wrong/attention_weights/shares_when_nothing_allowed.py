"""A query with no allowed key gets equal shares of forbidden keys, as where a finite fill makes all its scores the same. Put zeros there."""

import torch


def attention_weights(scores, mask=None):
    if mask is None:
        hidden = torch.zeros_like(scores, dtype=torch.bool)
    else:
        hidden = ~mask
    scores = scores.masked_fill(hidden, -1e9)
    weights = torch.softmax(scores, dim=-1)
    return weights
