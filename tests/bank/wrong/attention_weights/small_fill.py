"""Your fill is a number that softmax still sees: forbidden keys keep a little weight. Only minus infinity gives exactly 0."""

import torch


def attention_weights(scores, mask=None):
    if mask is None:
        return softmax(scores)
    bias = torch.zeros_like(scores).masked_fill(~mask, -10.0)
    w = softmax(scores + bias)
    return w * mask.any(-1, keepdim=True)
