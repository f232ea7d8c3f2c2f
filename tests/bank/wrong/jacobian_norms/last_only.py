"""Your code returns the norm after the last step only; collect the norm of every step."""

import torch


def jacobian_norms(W, steps):
    product = W
    norms = []
    for _ in range(steps):
        norm = torch.linalg.matrix_norm(product, ord=2)
        norms.append(norm)
        product = W @ product
    result = torch.stack(norms)
    return result[-1]
