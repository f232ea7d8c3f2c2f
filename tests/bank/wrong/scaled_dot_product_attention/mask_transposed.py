"""Your code transposes the mask, so queries and keys change places in it. Its rows are queries and its columns keys already, like the scores."""

import math


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    if mask is not None:
        scores = scores.masked_fill(~mask.transpose(-2, -1), float("-inf"))
    weights = softmax(scores, dim=-1)
    return weights @ v, weights
