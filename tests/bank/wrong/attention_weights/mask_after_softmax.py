"""Your code sets weights to 0 after the softmax, so the forbidden keys took their share first and the rows no longer sum to one. Mask the scores before."""

import torch


def attention_weights(scores, mask=None):
    if mask is None:
        hidden = torch.zeros_like(scores, dtype=torch.bool)
    else:
        hidden = ~mask
    weights = torch.softmax(scores, dim=-1)
    weights = weights.masked_fill(hidden, 0.0)
    return weights
