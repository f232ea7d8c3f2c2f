"""Your code takes the Frobenius norm, the root of the sum of all squares; the spectral norm is the largest singular value only."""

import torch


def jacobian_norms(W, steps):
    jacobian, norms = W, []
    for _ in range(steps):
        norms.append(torch.linalg.matrix_norm(jacobian))
        jacobian = W @ jacobian
    return torch.stack(norms)
