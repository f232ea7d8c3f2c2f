"""All your weights together sum to one. Each query has a whole 1 to share out: the softmax runs over the last side only."""

import torch


def attention_weights(scores, mask=None):
    if mask is None:
        hidden = torch.zeros_like(scores, dtype=torch.bool)
    else:
        hidden = ~mask
    scores = scores.masked_fill(hidden, float("-inf"))
    weights = torch.softmax(scores.flatten(), dim=0).reshape(scores.shape)
    weights = weights.masked_fill(hidden, 0.0)
    return weights
