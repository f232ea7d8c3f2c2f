"""Your code adds up all singular values; take the largest one only."""

import torch


def jacobian_norms(W, steps):
    product = W
    norms = []
    for _ in range(steps):
        norm = torch.linalg.matrix_norm(product, ord="nuc")
        norms.append(norm)
        product = W @ product
    result = torch.stack(norms)
    return result
