"""Your code multiplies before it notes the first norm, so the result begins with t = 2."""

import torch


def jacobian_norms(W, steps):
    product = W
    norms = []
    for _ in range(steps):
        product = W @ product
        norm = torch.linalg.matrix_norm(product, ord=2)
        norms.append(norm)
    result = torch.stack(norms)
    return result
