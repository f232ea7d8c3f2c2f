"""Your code takes `torch.bmm` wherever there is a batch, and that wants exactly three sides. `@` takes any number of them."""

import torch


def pairwise_dot(x, y):
    columns = y.transpose(-2, -1)
    products = x @ columns if x.dim() == 2 else torch.bmm(x, columns)
    return products
