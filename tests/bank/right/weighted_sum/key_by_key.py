import torch


def weighted_sum(weights, v):
    total = torch.zeros(*weights.shape[:-1], v.shape[-1], dtype=v.dtype)
    for j in range(v.shape[-2]):
        total = total + weights[..., :, j : j + 1] * v[..., j : j + 1, :]
    return total
