"""Your code takes `torch.bmm` wherever there is a batch, and that wants exactly three sides. `@` takes any number of them."""

import torch


def weighted_sum(weights, v):
    output = torch.matmul(weights, v) if v.dim() == 2 else torch.bmm(weights, v)
    return output
