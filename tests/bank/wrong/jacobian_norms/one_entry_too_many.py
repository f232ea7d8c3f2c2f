"""Your result has one entry more than `steps`: it begins with the identity, t = 0; it should begin with t = 1."""

import torch


def jacobian_norms(W, steps):
    product = torch.eye(len(W), dtype=W.dtype)
    norms = []
    for _ in range(steps + 1):
        norm = torch.linalg.matrix_norm(product, ord=2)
        norms.append(norm)
        product = W @ product
    result = torch.stack(norms)
    return result
