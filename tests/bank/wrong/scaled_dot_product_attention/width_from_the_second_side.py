"""Your code reads d_k from q.shape[1], which is the width of a query only where there is no batch. Count from the end: d_k is the last side."""

import math


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[1])
    if mask is not None:
        scores = scores.masked_fill(~mask, float("-inf"))
    weights = softmax(scores, dim=-1)
    return (weights @ v, weights)
