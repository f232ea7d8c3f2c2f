"""Your code gives everything to the largest score. Softmax shares: the others get something too, and a gradient."""

import torch


def attention_weights(scores, mask=None):
    if mask is not None:
        scores = scores.masked_fill(~mask, float("-inf"))
    best = torch.zeros_like(scores).scatter(-1, scores.argmax(-1, keepdim=True), 1.0)
    return best if mask is None else best * mask
