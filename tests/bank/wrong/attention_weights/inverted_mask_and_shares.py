"""Your code hides the keys whose mask is True; True means that a query may attend. And where a finite fill stands in every place, all keys get equal shares: put zeros there."""

import torch


def attention_weights(scores, mask=None):
    if mask is not None:
        scores = scores.masked_fill(mask, -1e9)
    return torch.softmax(scores, dim=-1)
