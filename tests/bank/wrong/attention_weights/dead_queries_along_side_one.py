"""Your code looks for queries without an allowed key along side 1, counted from the front. The keys are the last side: `any(dim=-1, keepdim=True)`."""

import torch


def attention_weights(scores, mask=None):
    if mask is None:
        hidden = torch.zeros_like(scores, dtype=torch.bool)
    else:
        hidden = ~mask
    scores = scores.masked_fill(hidden, torch.finfo(scores.dtype).min)
    weights = torch.softmax(scores, dim=-1)
    weights = weights.masked_fill(hidden.expand(scores.shape).all(dim=1, keepdim=True), 0.0)
    return weights
