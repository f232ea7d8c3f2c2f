"""Your code adds -inf to forbidden scores: where a query has no allowed key the weights are 0, but the gradient is NaN and spreads. Replace the scores (`masked_fill`), which keeps the gradient away too."""

import torch


def attention_weights(scores, mask=None):
    if mask is None:
        return torch.softmax(scores, dim=-1)
    bias = torch.zeros_like(mask, dtype=scores.dtype).masked_fill(~mask, -torch.inf)
    return torch.softmax(scores + bias, dim=-1).masked_fill(~mask, 0.0)
