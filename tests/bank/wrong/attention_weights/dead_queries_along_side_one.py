"""Your code looks for queries without an allowed key along side 1, counted from the front. The keys are the last side: `any(dim=-1, keepdim=True)`."""

import torch


def attention_weights(scores, mask=None):
    if mask is None:
        return torch.softmax(scores, dim=-1)
    mask = mask.expand(scores.shape)
    dead = ~mask.any(dim=1, keepdim=True)
    filled = scores.masked_fill(~mask, torch.finfo(scores.dtype).min)
    return torch.softmax(filled, dim=-1).masked_fill(dead, 0.0)
