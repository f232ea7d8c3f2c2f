"""Your code takes every score of exactly 0 for a forbidden one. An allowed score may be 0: ask the mask where to fill, not the product."""

import torch


def attention_weights(scores, mask=None):
    if mask is not None:
        scores = scores * mask
        scores = torch.where(scores == 0, -torch.inf, scores)
    return softmax(scores, -1)
