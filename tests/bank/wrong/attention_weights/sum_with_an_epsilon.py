"""Your code adds a small number to the sum of the exponentials, so that the weights no longer sum to one. With the maximum subtracted the sum is at least 1 and needs none."""

import torch


def attention_weights(scores, mask=None):
    if mask is None:
        hidden = torch.zeros_like(scores, dtype=torch.bool)
    else:
        hidden = ~mask
    scores = scores.masked_fill(hidden, float("-inf"))
    weights = torch.exp(scores - scores.max(-1, keepdim=True).values)
    weights = weights / (weights.sum(-1, keepdim=True) + 1e-3)
    weights = weights.masked_fill(hidden, 0.0)
    return weights
