"""Your code turns its inputs into float32. Keep the dtype that came in."""

import torch


def weighted_sum(weights, v):
    output = torch.matmul(weights, v)
    return output.float()
