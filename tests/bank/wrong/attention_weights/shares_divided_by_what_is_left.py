"""Your code divides by what the mask leaves of the softmax. That is 0 with no allowed key, and also where a huge forbidden score takes it all: NaN. Mask the scores before the softmax."""

import torch


def attention_weights(scores, mask=None):
    if mask is None:
        hidden = torch.zeros_like(scores, dtype=torch.bool)
    else:
        hidden = ~mask
    weights = torch.softmax(scores, dim=-1)
    weights = weights.masked_fill(hidden, 0.0)
    weights = weights / weights.sum(dim=-1, keepdim=True)
    return weights
