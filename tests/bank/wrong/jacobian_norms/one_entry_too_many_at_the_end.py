"""Your result has one entry more than `steps`: it ends with t = steps + 1. Let the loop run `steps` times."""

import torch


def jacobian_norms(W, steps):
    product = W
    norms = []
    for _ in range(steps + 1):
        norm = torch.linalg.matrix_norm(product, ord=2)
        norms.append(norm)
        product = W @ product
    result = torch.stack(norms)
    return result
