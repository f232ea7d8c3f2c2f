"""Your code drops some of the weights at random, so no two calls agree. Dropout is not part of this step."""

import torch
import torch.nn.functional as F


def weighted_sum(weights, v):
    weights = F.dropout(weights, 0.1)
    output = torch.matmul(weights, v)
    return output
