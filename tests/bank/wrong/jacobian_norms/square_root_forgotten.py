"""Your values are squared: the eigenvalues of JᵀJ are the squares of the singular values, so take the root."""

import torch


def jacobian_norms(W, steps):
    product = W
    norms = []
    for _ in range(steps):
        norm = torch.linalg.eigvalsh(product.T @ product)[-1]
        norms.append(norm)
        product = W @ product
    result = torch.stack(norms)
    return result
