import torch


def weighted_sum(weights, v):
    return torch.einsum("...qk,...kd->...qd", weights, v)
