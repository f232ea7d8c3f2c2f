"""Your code exponentiates the scores as they are, the forbidden ones too, and large ones overflow. Use softmax, which subtracts the maximum first, on scores that are masked already."""

import torch


def attention_weights(scores, mask=None):
    e = torch.exp(scores)
    if mask is not None:
        e = e * mask
    s = e.sum(-1, keepdim=True)
    return e / s.masked_fill(s == 0, 1.0)
