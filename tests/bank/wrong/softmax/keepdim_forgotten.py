"""Your sum, or your maximum, loses the side `dim`, so it no longer lines up with x and meets the wrong entries. What keeps that side, with length 1?"""

import torch


def softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim))
    return e / e.sum(dim)
