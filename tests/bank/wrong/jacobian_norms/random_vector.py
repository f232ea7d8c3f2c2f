"""Your code follows one random vector through the steps and measures that. The norm is the largest stretch of any vector: multiply the matrices, then take the norm."""

import torch


def jacobian_norms(W, steps):
    product = torch.randn(W.shape[0], dtype=W.dtype)
    product = W @ (product / product.norm())
    norms = []
    for _ in range(steps):
        norm = product.norm()
        norms.append(norm)
        product = W @ product
    result = torch.stack(norms)
    return result
