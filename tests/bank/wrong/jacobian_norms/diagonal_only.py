"""Your code multiplies the identity by W with `*`, which leaves nothing but the diagonal; a step is a matrix product, `@`."""

import torch


def jacobian_norms(W, steps):
    product = torch.eye(len(W), dtype=W.dtype) * W
    norms = []
    for _ in range(steps):
        norm = torch.linalg.matrix_norm(product, ord=2)
        norms.append(norm)
        product = W * product
    result = torch.stack(norms)
    return result
