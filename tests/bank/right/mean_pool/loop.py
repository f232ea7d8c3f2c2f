import torch


def mean_pool(hidden, mask):
    return torch.stack([hidden[i][mask[i]].mean(0) for i in range(len(hidden))])
