"""Your code works for exactly three sides, as `torch.bmm` does. `@` takes any number; count the sides from the end."""

import torch


def pairwise_dot(x, y):
    columns = y.transpose(-2, -1)
    products = torch.bmm(x, columns)
    return products
