"""Your code lets the product be written into a tensor made beforehand (`out=`), and no gradient can flow through that. Let the product make its own tensor."""

import torch


def pairwise_dot(x, y):
    columns = y.transpose(-2, -1)
    products = torch.empty(*x.shape[:-1], y.shape[-2], dtype=x.dtype)
    torch.matmul(x, columns, out=products)
    return products
