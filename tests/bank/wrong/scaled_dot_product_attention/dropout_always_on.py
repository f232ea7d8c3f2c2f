"""Your code drops some of the weights at random in every call, and returns them so: `F.dropout` and a new `nn.Dropout` drop unless they are told not to. There is no dropout in this formula."""

import math

from torch.nn import functional as F


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    if mask is not None:
        scores = scores.masked_fill(~mask, float("-inf"))
    weights = softmax(scores, dim=-1)
    weights = F.dropout(weights, p=0.1)
    return (weights @ v, weights)
