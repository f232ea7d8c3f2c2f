import torch
from torch import einsum


def scaled_dot_product_attention(query, key, value, mask=None, dropout=None):
    scores = einsum("...id,...jd->...ij", query * query.shape[-1] ** -0.5, key)
    if mask is not None:
        scores = scores.masked_fill(~mask, -1e9)
    attn = torch.softmax(scores, -1)
    if mask is not None:
        attn = attn * mask
    if dropout is not None:
        attn = dropout(attn)
    return [einsum("...ij,...jd->...id", attn, value), attn]
