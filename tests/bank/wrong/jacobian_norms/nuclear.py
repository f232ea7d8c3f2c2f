"""Your code adds up all singular values; take the largest one only."""

import torch


def jacobian_norms(W, steps):
    jacobian, norms = W, []
    for _ in range(steps):
        norms.append(torch.linalg.matrix_norm(jacobian, ord="nuc"))
        jacobian = W @ jacobian
    return torch.stack(norms)
