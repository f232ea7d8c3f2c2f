"""Where nothing is allowed your code lets the query see its own place. Nothing means nothing: its weights are all 0."""

import torch


def attention_weights(scores, mask=None):
    if mask is None:
        hidden = torch.zeros_like(scores, dtype=torch.bool)
    else:
        mask = mask.expand(scores.shape)
        own = torch.eye(*scores.shape[-2:], dtype=torch.bool)
        hidden = ~(mask | own & ~mask.any(dim=-1, keepdim=True))
    scores = scores.masked_fill(hidden, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    weights = weights.masked_fill(hidden, 0.0)
    return weights
