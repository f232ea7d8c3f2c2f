"""Your `if` asks whether a whole tensor is true, which Python cannot answer. Ask whether there is a mask: `is not None`."""

import torch


def attention_weights(scores, mask=None):
    if not mask:
        hidden = torch.zeros_like(scores, dtype=torch.bool)
    else:
        hidden = ~mask
    scores = scores.masked_fill(hidden, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    weights = weights.masked_fill(hidden, 0.0)
    return weights
