import torch


def weighted_sum(weights, v):
    output = torch.matmul(weights, v)
    return output
