"""Only the first key counts in your result, as with a `return` inside the loop over keys. Every value has its weight: return when all have been added."""

import torch


def weighted_sum(weights, v):
    output = torch.matmul(weights[..., :1], v[..., :1, :])
    return output
