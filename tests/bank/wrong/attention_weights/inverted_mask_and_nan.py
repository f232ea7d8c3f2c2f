"""Your code hides the keys whose mask is True; True means that a query may attend. And where -inf fills every place, torch's softmax is 0 / 0, which is NaN: put zeros there."""

import torch


def attention_weights(scores, mask=None):
    if mask is None:
        hidden = torch.zeros_like(scores, dtype=torch.bool)
    else:
        hidden = mask
    scores = scores.masked_fill(hidden, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    return weights
