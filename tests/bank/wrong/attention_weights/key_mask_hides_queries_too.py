"""A mask with one row hides keys; your code hides the queries at the same places too, so that their weights are 0."""

import torch


def attention_weights(scores, mask=None):
    if mask is not None:
        if mask.dim() > 1 and mask.shape[-2] == 1 and scores.shape[-1] == scores.shape[-2]:
            mask = mask & mask.transpose(-2, -1)
        scores = scores.masked_fill(~mask, -torch.inf)
    return softmax(scores, dim=-1)
