"""Your code uses the largest absolute eigenvalue; the spectral norm is the largest singular value, which may be larger where W is not symmetric."""

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
