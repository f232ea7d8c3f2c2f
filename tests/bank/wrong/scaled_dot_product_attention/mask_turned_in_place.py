"""The result is right, but your code exchanges True and False in the mask that it was given, so the caller's mask has changed. Methods that end in `_` work in place; make a new mask."""

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
