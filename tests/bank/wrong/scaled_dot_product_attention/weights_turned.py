"""Your code turns the weights around before it sums the values. Their last side is the keys, which is what is summed over."""

import math


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    if mask is not None:
        scores = scores.masked_fill(~mask, float("-inf"))
    weights = softmax(scores, dim=-1)
    return weights.transpose(-2, -1) @ v, weights
