"""Your first entry is the norm of the identity, t = 0; the result begins with t = 1, the norm of W itself."""

import torch


def jacobian_norms(W, steps):
    product = torch.eye(len(W), dtype=W.dtype)
    norms = []
    for _ in range(steps):
        norm = torch.linalg.matrix_norm(product, ord=2)
        norms.append(norm)
        product = W @ product
    result = torch.stack(norms)
    return result
