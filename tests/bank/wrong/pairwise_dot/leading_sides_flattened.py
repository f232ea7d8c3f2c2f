"""Your code makes one side of all the leading ones and leaves it so: two sides become three, and four become three. The result has the leading sides of x and y."""

import torch


def pairwise_dot(x, y):
    columns = y.transpose(-2, -1)
    products = torch.bmm(x.reshape(-1, *x.shape[-2:]), columns.reshape(-1, *columns.shape[-2:]))
    return products
