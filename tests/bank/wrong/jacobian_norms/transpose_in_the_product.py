"""Your code multiplies by the transpose of W; each step multiplies by W itself."""

import torch


def jacobian_norms(W, steps):
    jacobian, norms = W, []
    for _ in range(steps):
        norms.append(torch.linalg.matrix_norm(jacobian, ord=2))
        jacobian = W.T @ jacobian
    return torch.stack(norms)
