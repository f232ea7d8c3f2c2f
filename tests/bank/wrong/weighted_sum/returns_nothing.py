"""Your code returns nothing, which is None in Python. The last line should be `return` with the result."""

import torch


def weighted_sum(weights, v):
    output = torch.matmul(weights, v)
