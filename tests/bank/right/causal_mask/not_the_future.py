import torch


def causal_mask(length, device=None):
    future = torch.triu(torch.ones(length, length, device=device), diagonal=1)
    return future == 0
