"""Your result is written into a tensor that `torch.zeros` or `torch.empty` made in float32, which float64 numbers do not fit. Give it the dtype of x, or use `zeros_like`."""

import torch


def softmax(x, dim=-1):
    x = x.transpose(dim, -1)
    out = torch.zeros(x.shape)
    alive = (x > -torch.inf).any(dim=-1)
    rows = x[alive]
    e = torch.exp(rows - rows.amax(-1, keepdim=True))
    out[alive] = e / e.sum(-1, keepdim=True)
    return out.transpose(dim, -1)
