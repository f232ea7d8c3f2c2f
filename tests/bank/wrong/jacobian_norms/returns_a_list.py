"""The numbers are right, but they come as a list; `torch.stack` makes one tensor of them."""

import torch


def jacobian_norms(W, steps):
    product = W
    norms = []
    for _ in range(steps):
        norm = torch.linalg.matrix_norm(product, ord=2)
        norms.append(norm)
        product = W @ product
    result = norms
    return result
