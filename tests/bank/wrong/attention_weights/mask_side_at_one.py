"""Your code gives a mask with fewer sides its new one at place 1, so the queries of the mask are taken for the batch. Broadcasting adds sides in front by itself."""

import torch


def attention_weights(scores, mask=None):
    if mask is None:
        hidden = torch.zeros_like(scores, dtype=torch.bool)
    else:
        while 1 < mask.dim() < scores.dim():
            mask = mask.unsqueeze(1)
        hidden = ~mask
    scores = scores.masked_fill(hidden, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    weights = weights.masked_fill(hidden, 0.0)
    return weights
