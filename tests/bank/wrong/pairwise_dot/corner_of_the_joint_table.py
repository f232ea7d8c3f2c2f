"""Your code makes the table of all vectors with all and cuts out its first corner, where x meets x. Cut out the rows of x and the columns of y."""

import torch


def pairwise_dot(x, y):
    both = torch.cat([x, y], dim=-2)
    columns = both.transpose(-2, -1)
    products = (both @ columns)[..., : x.shape[-2], : y.shape[-2]]
    return products
