"""Your code uses the mask of the first sentence for the whole batch: each sentence has its own."""

import torch


def attention_weights(scores, mask=None):
    if mask is not None:
        if mask.dim() > 2:
            mask = mask[:1]
        scores = scores.masked_fill(~mask, -torch.inf)
    return softmax(scores, dim=-1)
