"""Your code unpacks a shape into exactly three names, so it fails for two sides or four. Count sides from the end: `q.shape[-1]`."""

import math


def scaled_dot_product_attention(q, k, v, mask=None):
    batch, queries, d_k = q.shape
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    if mask is not None:
        scores = scores.masked_fill(~mask, float("-inf"))
    weights = softmax(scores, dim=-1)
    return (weights @ v, weights)
