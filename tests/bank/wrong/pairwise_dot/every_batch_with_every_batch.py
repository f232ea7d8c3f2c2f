"""Your code also pairs each batch entry of x with all the others of y. Only vectors of the same entry meet: the leading sides stay as they are."""

import torch


def pairwise_dot(x, y):
    return torch.inner(x, y)
