"""Your output is right, but the weights that you return are those without the mask. Return the ones that made the output."""

import math


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    if mask is not None:
        scores = scores.masked_fill(~mask, float("-inf"))
    weights = softmax(scores, dim=-1)
    return weights @ v, softmax(q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1]), dim=-1)
