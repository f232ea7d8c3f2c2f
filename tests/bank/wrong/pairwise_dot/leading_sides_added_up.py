"""Your einsum leaves the leading sides out of its result, so it adds up over them. Write the three dots on the right of the arrow too."""

import torch


def pairwise_dot(x, y):
    columns = y.transpose(-2, -1)
    products = torch.einsum("...nd,...dm->nm", x, columns)
    return products
