"""Your code turns the caller's mask around in place (a method that ends in `_`); make a new one."""

import math
import torch
import torch.nn.functional as F

def _mask(scores, mask):
    return scores if mask is None else scores.masked_fill(mask.logical_not_(), torch.finfo(scores.dtype).min)
def scaled_dot_product_attention(q, k, v, mask=None):
    weights = F.softmax(_mask(q @ k.transpose(-1, -2) / math.sqrt(q.size(-1)), mask), dim=-1)
    if mask is not None:
        weights = weights.masked_fill(mask, 0)
    return weights @ v, weights
