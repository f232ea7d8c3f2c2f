"""Your einsum has one letter for the batch, so it takes exactly three sides. Three dots stand for any number of leading ones."""

import torch


def weighted_sum(weights, v):
    output = torch.einsum(weights, [0, 1, 2], v, [0, 2, 3], [0, 1, 3])
    return output
