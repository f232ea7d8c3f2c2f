"""Your code turns the product around at every step before it multiplies, so W and its transpose are mixed. Multiply the product as it is."""

import torch


def jacobian_norms(W, steps):
    product = W
    norms = []
    for _ in range(steps):
        norm = torch.linalg.matrix_norm(product, ord=2)
        norms.append(norm)
        product = W @ product.T
    result = torch.stack(norms)
    return result
