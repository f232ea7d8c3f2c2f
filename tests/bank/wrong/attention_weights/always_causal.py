"""Your code hides the future from every query, though nobody asked for it. Only the mask decides."""

import torch


def attention_weights(scores, mask=None):
    if mask is None:
        hidden = torch.zeros_like(scores, dtype=torch.bool)
    else:
        hidden = ~mask
    hidden = hidden | torch.ones(scores.shape[-2:], dtype=torch.bool).triu(diagonal=1)
    scores = scores.masked_fill(hidden, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    weights = weights.masked_fill(hidden, 0.0)
    return weights
