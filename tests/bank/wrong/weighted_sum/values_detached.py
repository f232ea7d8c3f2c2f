"""The sum is right, but no gradient reaches the values, so what words hand over could never be learned. Look for detach, `.data` or no_grad."""

import torch


def weighted_sum(weights, v):
    output = torch.matmul(weights, v.detach())
    return output
