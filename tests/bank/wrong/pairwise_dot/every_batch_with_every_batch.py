"""Your code also pairs each batch entry of x with all the others of y. Only vectors of the same entry meet: the leading sides stay as they are."""

import torch


def pairwise_dot(x, y):
    columns = y.transpose(-2, -1)
    products = torch.inner(x, y)
    return products
