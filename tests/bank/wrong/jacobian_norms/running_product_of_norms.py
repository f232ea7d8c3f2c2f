"""Your code multiplies norms with one another; multiply the matrices and take the norm of the product."""

import torch


def jacobian_norms(W, steps):
    jacobian, norms = W, []
    for _ in range(steps):
        norms.append(torch.linalg.matrix_norm(jacobian, ord=2))
        jacobian = W @ jacobian
    return torch.stack(norms).cumprod(0)
