"""Your `return` stands inside the loop, so the first step's norm is the only one. Move it out of the loop."""

import torch


def jacobian_norms(W, steps):
    product = W
    norms = []
    for _ in range(steps):
        norm = torch.linalg.matrix_norm(product, ord=2)
        norms.append(norm)
        product = W @ product
        return torch.stack(norms)
