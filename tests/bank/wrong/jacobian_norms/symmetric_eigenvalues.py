"""Your code uses a function for symmetric matrices, which reads one triangle only. W need not be symmetric: take the largest singular value."""

import torch


def jacobian_norms(W, steps):
    product = W
    norms = []
    for _ in range(steps):
        norm = torch.linalg.eigvalsh(product).abs().max()
        norms.append(norm)
        product = W @ product
    result = torch.stack(norms)
    return result
