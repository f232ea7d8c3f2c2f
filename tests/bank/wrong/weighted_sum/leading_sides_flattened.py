"""Your code makes one side of all the leading ones and leaves it so: two sides become three, and four become three. The result has the leading sides of weights and v."""

import torch


def weighted_sum(weights, v):
    output = torch.matmul(weights, v)
    output = output.reshape(-1, *output.shape[-2:])
    return output
