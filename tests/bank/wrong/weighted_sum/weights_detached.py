"""The sum is right, but no gradient reaches the weights, so queries and keys could never learn. Something cuts them off, as detach, `.data` or no_grad does: leave it out."""

import torch


def weighted_sum(weights, v):
    output = torch.matmul(weights.detach(), v)
    return output
