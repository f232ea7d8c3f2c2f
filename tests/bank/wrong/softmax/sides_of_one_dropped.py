"""Your code drops every side of length 1 (`squeeze()`): a batch of one, or a single word, is still a side."""

import torch


def softmax(x, dim=-1):
    smallest = torch.finfo(x.dtype)
    top = x.detach().max(dim=dim, keepdim=True).values.clamp(min=smallest.min)
    e = (x - top).exp()
    return (e / e.sum(dim, keepdim=True).clamp(min=smallest.tiny)).squeeze()
