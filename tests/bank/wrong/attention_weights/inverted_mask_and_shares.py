"""Your code hides the keys whose mask is True; True means that a query may attend. And where a finite fill stands in every place, all keys get equal shares: put zeros there."""

import torch


def attention_weights(scores, mask=None):
    if mask is None:
        hidden = torch.zeros_like(scores, dtype=torch.bool)
    else:
        hidden = mask
    scores = scores.masked_fill(hidden, -1e9)
    weights = torch.softmax(scores, dim=-1)
    return weights
