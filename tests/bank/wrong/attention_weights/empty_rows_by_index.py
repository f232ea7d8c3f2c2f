"""Your code clears empty rows with `mask.any(-1)` as an index, which must have the sides of the scores; a mask may have fewer. `masked_fill` broadcasts."""

import torch


def attention_weights(scores, mask=None):
    if mask is None:
        return torch.softmax(scores, dim=-1)
    weights = torch.softmax(scores.masked_fill(~mask, float("-inf")), dim=-1).clone()
    weights[~mask.any(dim=-1)] = 0.0
    return weights
