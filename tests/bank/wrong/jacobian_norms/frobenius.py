"""Your code takes the Frobenius norm, the root of the sum of all squares; the spectral norm is the largest singular value only."""

import torch


def jacobian_norms(W, steps):
    product = W
    norms = []
    for _ in range(steps):
        norm = torch.linalg.matrix_norm(product)
        norms.append(norm)
        product = W @ product
    result = torch.stack(norms)
    return result
