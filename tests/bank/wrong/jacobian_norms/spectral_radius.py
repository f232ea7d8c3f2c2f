"""Your code uses the largest eigenvalue; the spectral norm is the largest singular value, which differs as soon as W is not symmetric."""

import torch


def jacobian_norms(W, steps):
    product = W
    norms = []
    for _ in range(steps):
        norm = torch.linalg.eigvals(product).abs().max()
        norms.append(norm)
        product = W @ product
    result = torch.stack(norms)
    return result
