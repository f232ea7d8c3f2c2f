"""Your code turns v itself around, for the caller too: methods that end in `_`, as transpose_ does, change the tensor they belong to."""

import torch


def weighted_sum(weights, v):
    output = torch.matmul(weights, v)
    v.transpose_(-1, -2)
    return output
