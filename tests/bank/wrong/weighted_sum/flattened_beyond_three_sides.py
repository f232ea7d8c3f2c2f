"""Your code makes one side of batch and heads, so that four sides come back as three. The result has the leading sides of weights and v."""

import torch


def weighted_sum(weights, v):
    output = torch.matmul(weights, v)
    if output.dim() > 3:
        output = output.flatten(0, -3)
    return output
