"""Your entry t is the norm of W to the power t; W may stretch a vector in one step and shrink it in the next, so take the norm of the product W ⋯ W."""

import torch


def jacobian_norms(W, steps):
    product = W
    norms = []
    for _ in range(steps):
        norm = torch.linalg.matrix_norm(product, ord=2)
        norms.append(norm)
        product = W @ product
    result = norms[0] ** torch.arange(1, steps + 1)
    return result
