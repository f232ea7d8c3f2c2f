"""Your code turns everything into float32; keep the precision of W."""

import torch


def jacobian_norms(W, steps):
    jacobian, norms = W, []
    for _ in range(steps):
        norms.append(torch.linalg.matrix_norm(jacobian, ord=2))
        jacobian = W @ jacobian
    return torch.tensor([float(n) for n in norms])
