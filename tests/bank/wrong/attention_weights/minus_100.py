"""Your code fills forbidden scores with -100, which is not small enough: allowed scores may lie below that, and the forbidden keys then take their share. Use -inf."""

import torch


def attention_weights(scores, mask=None):
    if mask is None:
        mask = torch.ones_like(scores, dtype=torch.bool)
    weights = torch.softmax(torch.where(mask, scores, scores.new_tensor(-100.0)), dim=-1)
    return weights * mask
