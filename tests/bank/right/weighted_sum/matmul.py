import torch


def weighted_sum(w, values):
    return torch.matmul(w, values)
