"""Your result is right, but a Python loop goes through the leading sides; one matrix product takes them all at once."""

import torch


def pairwise_dot(x, y):
    if x.dim() == 2:
        return x @ y.T
    return torch.stack([pairwise_dot(one, other) for one, other in zip(x, y)])
