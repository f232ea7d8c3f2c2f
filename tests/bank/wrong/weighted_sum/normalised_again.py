"""Your code divides by the sum of the weights. They are used as they are: zeros (nothing allowed) must give zeros, and dropout may change their sum."""

import torch


def weighted_sum(weights, v):
    output = torch.matmul(weights / weights.sum(-1, keepdim=True), v)
    return output
