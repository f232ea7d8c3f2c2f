"""Your code takes the forbidden keys out after the exponential, and then divides. A large forbidden score has by then pushed the allowed weights to 0; take it out before the softmax."""

import torch


def attention_weights(scores, mask=None):
    if mask is None:
        hidden = torch.zeros_like(scores, dtype=torch.bool)
    else:
        hidden = ~mask
    weights = torch.softmax(scores, dim=-1)
    weights = weights.masked_fill(hidden, 0.0)
    total = weights.sum(dim=-1, keepdim=True)
    weights = weights / total.masked_fill(total == 0, 1.0)
    return weights
