"""Your entry t is the norm of W to the power t, as also when W and its transpose take turns. W may stretch in one step and shrink in the next: take the norm of the product W ⋯ W."""

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
