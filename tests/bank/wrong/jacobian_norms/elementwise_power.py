"""Your code raises each entry of W to a power with `*` or `**`; the Jacobian of t steps is a matrix product, `@`."""

import torch


def jacobian_norms(W, steps):
    jacobian, norms = W, []
    for _ in range(steps):
        norms.append(torch.linalg.matrix_norm(jacobian, ord=2))
        jacobian = W * jacobian
    return torch.stack(norms)
