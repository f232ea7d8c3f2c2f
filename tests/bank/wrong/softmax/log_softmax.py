"""Your code returns the logarithm of the shares; take the exponential of it, or leave the logarithm out."""

import torch


def softmax(x, dim=-1):
    return x - torch.logsumexp(x, dim, keepdim=True)
