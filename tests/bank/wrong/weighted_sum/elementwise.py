"""Your code multiplies entry by entry. A weighted sum also adds up over the keys: @ does both."""

import torch


def weighted_sum(weights, v):
    output = torch.mul(weights, v)
    return output
