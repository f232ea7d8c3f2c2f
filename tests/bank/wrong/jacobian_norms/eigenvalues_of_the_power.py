"""Your code takes the largest entry of `eigvals` after casting away its imaginary part; singular values are what measures stretching."""

import torch


def jacobian_norms(W, steps):
    product = W
    norms = []
    for _ in range(steps):
        norm = torch.linalg.eigvals(product).real.max()
        norms.append(norm)
        product = W @ product
    result = torch.stack(norms)
    return result
