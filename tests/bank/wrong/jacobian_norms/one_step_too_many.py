"""Your result begins with t = 2: W is multiplied once before the first norm is taken. The first entry is the norm of W itself."""

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
