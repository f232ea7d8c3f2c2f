"""A query with no allowed key gets NaN: after -inf in every place, the softmax is 0 / 0. Put zeros there."""

import torch


def attention_weights(scores, mask=None):
    if mask is not None:
        scores = scores.masked_fill(~mask, float("-inf"))
    return torch.softmax(scores, dim=-1)
