"""`torch.sqrt` wants a tensor, and `q.shape[-1]` is a plain number. Use math.sqrt, or the power 0.5."""

import torch


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.transpose(-2, -1) / torch.sqrt(q.shape[-1])
    if mask is not None:
        scores = scores.masked_fill(~mask, float("-inf"))
    weights = softmax(scores, dim=-1)
    return (weights @ v, weights)
