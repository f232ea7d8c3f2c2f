"""The result is right, but your code writes into the q, k or v it was given, so the caller's tensor has changed. `/=`, `*=` and methods that end in `_` write in place; work on a new tensor."""

import math


def scaled_dot_product_attention(q, k, v, mask=None):
    q.data.div_(math.sqrt(q.shape[-1]))
    scores = q @ k.transpose(-2, -1)
    if mask is not None:
        scores = scores.masked_fill(~mask, float("-inf"))
    weights = softmax(scores, dim=-1)
    return weights @ v, weights
