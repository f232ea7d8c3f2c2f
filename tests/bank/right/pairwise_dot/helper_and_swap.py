import torch


def turned(t):
    return torch.swapaxes(t, -1, -2)


def pairwise_dot(x, y):
    return turned(y @ turned(x))
