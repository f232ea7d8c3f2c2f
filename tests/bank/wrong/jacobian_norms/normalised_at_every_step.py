"""Your code divides the product by its norm at every step, so only the last step's growth is left. Keep the product as it is."""

import torch


def jacobian_norms(W, steps):
    product = W
    norms = []
    for _ in range(steps):
        norm = torch.linalg.matrix_norm(product, ord=2)
        norms.append(norm)
        product = W @ product / norm
    result = torch.stack(norms)
    return result
