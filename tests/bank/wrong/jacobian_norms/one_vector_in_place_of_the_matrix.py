"""Your code follows one vector through the steps. The spectral norm is the largest stretch of any vector: multiply the matrices, then take the norm."""

import torch


def jacobian_norms(W, steps):
    product = W @ torch.ones(len(W), dtype=W.dtype) / len(W) ** 0.5
    norms = []
    for _ in range(steps):
        norm = torch.linalg.vector_norm(product, ord=2)
        norms.append(norm)
        product = W @ product
    result = torch.stack(norms)
    return result
