import torch


def pairwise_dot(x, y):
    return torch.einsum("...nd,...md->...nm", x, y)
