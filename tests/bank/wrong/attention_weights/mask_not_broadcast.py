"""Your code uses the mask as an index, so it must have the shape of the scores. A mask may have fewer or shorter sides: `masked_fill` and `torch.where` broadcast it."""

import torch


def attention_weights(scores, mask=None):
    if mask is None:
        hidden = torch.zeros_like(scores, dtype=torch.bool)
    else:
        hidden = ~mask
    scores = scores.clone()
    scores[hidden] = float("-inf")
    weights = torch.softmax(scores, dim=-1)
    weights = weights.masked_fill(hidden, 0.0)
    return weights
