import math

import torch
import torch.nn.functional as F


def scaled_dot_product_attention(q, k, v, mask=None):
    logits = torch.matmul(q, k.transpose(-2, -1)) / math.sqrt(k.shape[-1])
    if mask is None:
        weights = F.softmax(logits, dim=-1)
    else:
        weights = F.softmax(logits.masked_fill(mask == 0, float("-inf")), dim=-1)
        weights = torch.where(torch.isnan(weights), torch.zeros_like(weights), weights)
    return torch.matmul(weights, v), weights
