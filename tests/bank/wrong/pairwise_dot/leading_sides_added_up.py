"""Your code adds up over the leading sides, which should stay. In an einsum a side that is missing on the right of the arrow is summed: write the three dots there too."""

import torch


def pairwise_dot(x, y):
    columns = y.transpose(-2, -1)
    products = torch.einsum("...nd,...dm->nm", x, columns)
    return products
