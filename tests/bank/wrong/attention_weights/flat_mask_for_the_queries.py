"""Where there are as many queries as keys, your code takes a mask with one side for a mask of the queries. Sides are lined up from the end, so it belongs to the keys."""

import torch


def attention_weights(scores, mask=None):
    if mask is not None:
        if mask.dim() == 1 and scores.size(-2) == scores.size(-1):
            mask = mask[:, None]
        scores = scores.masked_fill(~mask, -torch.inf)
    return softmax(scores, -1)
