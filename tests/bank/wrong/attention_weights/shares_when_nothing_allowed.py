"""A query with no allowed key gets equal shares of forbidden keys, as where a finite fill makes all its scores the same. Put zeros there."""

import torch


def attention_weights(scores, mask=None):
    if mask is not None:
        scores = scores.masked_fill(~mask, -1e9)
    return torch.softmax(scores, dim=-1)
