"""Your code takes the smallest singular value; the norm is the largest factor of stretching."""

import torch


def jacobian_norms(W, steps):
    jacobian, norms = W, []
    for _ in range(steps):
        norms.append(torch.linalg.matrix_norm(jacobian, ord=-2))
        jacobian = W @ jacobian
    return torch.stack(norms)
