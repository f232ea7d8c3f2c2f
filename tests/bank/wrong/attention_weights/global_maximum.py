"""Your code subtracts the largest score of the whole tensor; a query whose scores lie far below it gets zeros. Each query has its own maximum."""

import torch


def attention_weights(scores, mask=None):
    if mask is None:
        hidden = torch.zeros_like(scores, dtype=torch.bool)
    else:
        hidden = ~mask
    scores = scores.masked_fill(hidden, float("-inf"))
    top = scores.detach().max()
    weights = torch.exp(scores - top.masked_fill(top == -torch.inf, 0.0))
    total = weights.sum(dim=-1, keepdim=True)
    weights = weights / total.masked_fill(total == 0, 1.0)
    weights = weights.masked_fill(hidden, 0.0)
    return weights
