"""Your code takes the exponentials of the scores as they are; large ones become infinite, and infinity divided by infinity is NaN. Softmax subtracts the largest score first."""

import torch


def attention_weights(scores, mask=None):
    if mask is None:
        hidden = torch.zeros_like(scores, dtype=torch.bool)
    else:
        hidden = ~mask
    scores = scores.masked_fill(hidden, float("-inf"))
    weights = torch.exp(scores)
    total = weights.sum(dim=-1, keepdim=True)
    weights = weights / total.masked_fill(total == 0, 1.0)
    weights = weights.masked_fill(hidden, 0.0)
    return weights
