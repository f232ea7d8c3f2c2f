"""Your code unpacks the shape into exactly three names, so it fails for two sides or four. Count sides from the end: `weights.shape[-1]`."""

import torch


def weighted_sum(weights, v):
    batch, queries, keys = weights.shape
    output = torch.matmul(weights, v)
    return output
