"""Where a query may not see the key in its own place, your code takes all its weights away. A query has weights of 0 only if no key at all is allowed."""

import torch


def attention_weights(scores, mask=None):
    if mask is None:
        return softmax(scores, dim=-1)
    w = softmax(scores.masked_fill(~mask, -torch.inf), dim=-1)
    full = mask.expand_as(scores)
    if full.size(-1) == full.size(-2):
        w = w * full.diagonal(dim1=-2, dim2=-1).unsqueeze(-1)
    return w
