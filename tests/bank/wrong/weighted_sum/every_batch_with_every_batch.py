"""Your code also pairs the weights of each batch entry with the values of all others, as numpy's dot does. Each entry has its own values: the leading sides stay as they are."""

import torch


def weighted_sum(weights, v):
    output = torch.tensordot(weights, v, dims=([-1], [-2]))
    return output
