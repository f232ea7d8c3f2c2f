"""A query with no allowed key gets the mean of all values in your code. Its weights are 0, so its output should be 0 too."""

import math

import torch


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    if mask is not None:
        scores = scores.masked_fill(~mask, float("-inf"))
    weights = softmax(scores, dim=-1)
    output = weights @ v
    if mask is not None:
        output = torch.where(mask.any(dim=-1, keepdim=True), output, v.mean(dim=-2, keepdim=True))
    return output, weights
