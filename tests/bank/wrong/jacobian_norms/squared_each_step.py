"""Your code multiplies the product by itself, so the powers double (1, 2, 4, 8, …); multiply by W once at each step."""

import torch


def jacobian_norms(W, steps):
    jacobian, norms = W, []
    for _ in range(steps):
        norms.append(torch.linalg.matrix_norm(jacobian, ord=2))
        jacobian = jacobian @ jacobian
    return torch.stack(norms)
