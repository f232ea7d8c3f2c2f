"""Your code makes the weights sum to one again. They are used as they are, also where they do not sum to one, as after dropout."""

import torch


def weighted_sum(weights, v):
    output = torch.matmul(
        weights / weights.sum(-1, keepdim=True).masked_fill(weights.sum(-1, keepdim=True) == 0, 1.0), v
    )
    return output
