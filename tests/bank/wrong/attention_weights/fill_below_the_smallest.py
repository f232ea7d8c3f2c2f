"""Your code fills forbidden places with a number a little below the smallest score, which leaves them a share. Use -inf, or a number far below any score."""

import torch


def attention_weights(scores, mask=None):
    if mask is not None:
        scores = torch.where(mask, scores, scores.min().detach() - 10)
    return softmax(scores)
