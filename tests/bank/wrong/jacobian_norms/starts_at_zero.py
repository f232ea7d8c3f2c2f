"""Your first entry is the norm of the identity, t = 0; the result begins with t = 1, the norm of W itself."""

import torch


def jacobian_norms(W, steps):
    jacobian, norms = torch.eye(len(W), dtype=W.dtype), []
    for _ in range(steps):
        norms.append(torch.linalg.matrix_norm(jacobian, ord=2))
        jacobian = W @ jacobian
    return torch.stack(norms)
