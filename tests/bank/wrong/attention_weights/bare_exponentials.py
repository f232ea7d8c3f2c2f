"""Your code exponentiates the scores as they are, so large ones overflow; and a query with no allowed key divides 0 by 0, which is NaN. Your `softmax` from lesson 00 takes care of both."""

import torch


def attention_weights(scores, mask=None):
    weights = torch.exp(scores)
    if mask is not None:
        weights = weights * mask
    weights = weights / weights.sum(dim=-1, keepdim=True)
    return weights
