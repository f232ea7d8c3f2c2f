"""Your code drops the last side where its length is 1 (`squeeze(-1)`): the result keeps every side."""

import torch


def attention_weights(scores, mask=None):
    allowed = torch.ones(scores.shape, dtype=torch.bool) if mask is None else mask.expand(scores.shape)
    hidden = torch.where(allowed, scores, torch.full_like(scores, -torch.inf))
    top = hidden.max(dim=-1, keepdim=True).values
    top = torch.where(torch.isfinite(top), top, torch.zeros_like(top))
    e = torch.exp(hidden - top)
    total = e.sum(-1, keepdim=True)
    return (e / torch.where(total == 0, torch.ones_like(total), total)).squeeze(-1)
