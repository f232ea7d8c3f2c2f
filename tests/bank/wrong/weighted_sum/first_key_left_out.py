"""Your sum begins at the second key, so the first value never counts. Places count from 0."""

import torch


def weighted_sum(weights, v):
    output = torch.matmul(weights[..., 1:], v[..., 1:, :])
    return output
