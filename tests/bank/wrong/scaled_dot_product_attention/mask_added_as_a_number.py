"""Your code adds the mask to the scores as 0 or 1, which hides nothing. Where it is False the score must be minus infinity before the softmax."""

import math
import torch


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.transpose(-2, -1) / math.sqrt(k.shape[-1])
    if mask is not None:
        scores = scores + mask.to(scores.dtype)
    w = torch.softmax(scores, dim=-1)
    return w @ v, w
