"""Your code multiplies before it notes the first norm, so the result begins with t = 2."""

import torch


def jacobian_norms(W, steps):
    jacobian, norms = W, []
    for _ in range(steps):
        jacobian = W @ jacobian
        norms.append(torch.linalg.matrix_norm(jacobian, ord=2))
    return torch.stack(norms)
