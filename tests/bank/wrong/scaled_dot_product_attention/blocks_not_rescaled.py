"""Your code reads the keys in blocks; when a later block has a larger maximum, what the earlier ones added must be made smaller by exp(old maximum - new maximum)."""

import torch

BLOCK = 4


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.mT * q.shape[-1] ** -0.5
    if mask is not None:
        scores = scores.masked_fill(~mask, -torch.inf)
    top = torch.full_like(scores[..., :1], -torch.inf)
    parts = []
    for block in scores.split(BLOCK, dim=-1):
        top = torch.maximum(top, block.amax(-1, keepdim=True))
        parts.append(torch.exp(block - top.masked_fill(top == -torch.inf, 0.0)))
    e = torch.cat(parts, dim=-1)
    total = e.sum(-1, keepdim=True)
    weights = e / total.masked_fill(total == 0, 1.0)
    return weights @ v, weights
