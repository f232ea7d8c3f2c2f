"""Your code averages the weights over the heads. They come back for each head."""

import math


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    if mask is not None:
        scores = scores.masked_fill(~mask, float("-inf"))
    weights = softmax(scores, dim=-1)
    output = weights @ v
    if weights.dim() == 4:
        weights = weights.mean(dim=1)
    return (output, weights)
