"""Your code begins with a float32 tensor, so a W in float64 cannot be multiplied by it; give it the precision of W, `dtype=W.dtype`."""

import torch


def jacobian_norms(W, steps):
    jacobian, norms = torch.eye(len(W)), []
    for _ in range(steps):
        jacobian = W @ jacobian
        norms.append(torch.linalg.matrix_norm(jacobian, ord=2))
    return torch.stack(norms)
