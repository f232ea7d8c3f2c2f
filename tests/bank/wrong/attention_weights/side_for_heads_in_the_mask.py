"""Your code gives a mask of three sides one more, for heads. The scores may have no heads: the mask is broadcast as it comes."""

import torch


def attention_weights(scores, mask=None):
    if mask is None:
        hidden = torch.zeros_like(scores, dtype=torch.bool)
    else:
        mask = mask.unsqueeze(1) if mask.dim() == 3 else mask
        hidden = ~mask
    scores = scores.masked_fill(hidden, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    weights = weights.masked_fill(hidden, 0.0)
    return weights
