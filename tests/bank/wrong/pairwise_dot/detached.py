"""The values are right, but no gradient flows back: look for `.detach()`, `.data`, numpy or no_grad."""

import torch


@torch.no_grad()
def pairwise_dot(x, y):
    columns = y.transpose(-2, -1)
    products = x @ columns
    return products
