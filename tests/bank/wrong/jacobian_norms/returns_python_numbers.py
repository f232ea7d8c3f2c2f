"""Your result is a list of Python numbers, and a tensor is asked. Make one tensor of them all, in the precision of W."""

import torch


def jacobian_norms(W, steps):
    product = W
    norms = []
    for _ in range(steps):
        norm = torch.linalg.matrix_norm(product, ord=2).item()
        norms.append(norm)
        product = W @ product
    result = norms
    return result
