"""Your code raises each entry of W to a power with `*` or `**`; the Jacobian of t steps is a matrix product, `@`."""

import torch


def jacobian_norms(W, steps):
    product = W
    norms = []
    for _ in range(steps):
        norm = torch.linalg.matrix_norm(product, ord=2)
        norms.append(norm)
        product = W * product
    result = torch.stack(norms)
    return result
