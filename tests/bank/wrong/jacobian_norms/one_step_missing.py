"""The result has one entry too few; t runs from 1 to `steps`, both included."""

import torch


def jacobian_norms(W, steps):
    jacobian, norms = W, []
    for _ in range(steps - 1):
        norms.append(torch.linalg.matrix_norm(jacobian, ord=2))
        jacobian = W @ jacobian
    return torch.stack(norms)
