"""Your code returns the norm after the last step only; collect the norm of every step."""

import torch


def jacobian_norms(W, steps):
    jacobian, norms = W, []
    for _ in range(steps):
        norms.append(torch.linalg.matrix_norm(jacobian, ord=2))
        jacobian = W @ jacobian
    return norms[-1]
