"""Your code begins with a float32 tensor, so a W in float64 cannot be multiplied by it; give it the precision of W, `dtype=W.dtype`."""

import torch


def jacobian_norms(W, steps):
    product = torch.eye(len(W))
    norms = []
    for _ in range(steps):
        product = W @ product
        norm = torch.linalg.matrix_norm(product, ord=2)
        norms.append(norm)
    result = torch.stack(norms)
    return result
