"""Your result is a list of Python numbers (`.item()`), cut off from the gradient. Keep each norm as a tensor and make one tensor of them all."""

import torch


def jacobian_norms(W, steps):
    product = W
    norms = []
    for _ in range(steps):
        norm = torch.linalg.matrix_norm(product, ord=2).item()
        norms.append(norm)
        product = W @ product
    result = norms
    return result
