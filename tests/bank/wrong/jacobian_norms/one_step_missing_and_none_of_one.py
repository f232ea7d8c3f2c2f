"""The result has one entry too few; t runs from 1 to `steps`, both included."""

import torch


def jacobian_norms(W, steps):
    product = W
    norms = []
    for _ in range(steps - 1):
        norm = torch.linalg.matrix_norm(product, ord=2)
        norms.append(norm)
        product = W @ product
    result = torch.stack(norms) if norms else W.new_zeros(0)
    return result
