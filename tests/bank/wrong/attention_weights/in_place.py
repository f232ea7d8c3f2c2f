"""The result is right, but your code writes into the scores or the mask it was given, which the caller still needs. Methods that end in `_` write in place; without it they make a new tensor."""

import torch


def attention_weights(scores, mask=None):
    if mask is None:
        hidden = torch.zeros_like(scores, dtype=torch.bool)
    else:
        hidden = ~mask
    scores.data.masked_fill_(hidden, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    weights = weights.masked_fill(hidden, 0.0)
    return weights
