"""Your code multiplies by the transpose of W; each step multiplies by W itself."""

import torch


def jacobian_norms(W, steps):
    product = W
    norms = []
    for _ in range(steps):
        norm = torch.linalg.matrix_norm(product, ord=2)
        norms.append(norm)
        product = W.T @ product
    result = torch.stack(norms)
    return result
