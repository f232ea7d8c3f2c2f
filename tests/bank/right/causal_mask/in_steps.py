import torch


def causal_mask(length):
    shape = (length, length)
    mask = torch.ones(shape)
    mask = mask.tril()
    mask = mask.bool()
    return mask
