"""Your einsum has letters for two sides or for three, so four (batch and heads) fail. Three dots stand for any number of leading ones."""

import torch


def pairwise_dot(x, y):
    if x.dim() == 2:
        products = torch.einsum("nd,md->nm", x, y)
    else:
        products = torch.einsum("bnd,bmd->bnm", x, y)
    return products
