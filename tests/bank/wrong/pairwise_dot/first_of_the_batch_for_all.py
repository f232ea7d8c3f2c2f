"""Your code takes the first y of the batch for every x. Each x of a batch has its own y."""

import torch


def pairwise_dot(x, y):
    first = y.reshape(-1, y.shape[-2], y.shape[-1])[0]
    return torch.tensordot(x, first, dims=([-1], [-1]))
