"""Your code takes the largest value of each number over the real tokens; asked is the mean."""

import torch


def mean_pool(hidden, mask):
    return hidden.masked_fill(~mask.unsqueeze(-1), -torch.inf).amax(dim=1)
