"""Your sum stops before the last key, so the last value never counts."""

import torch


def weighted_sum(weights, v):
    output = torch.matmul(weights, v)
    output = output - weights[..., -1:] * v[..., -1:, :]
    return output
