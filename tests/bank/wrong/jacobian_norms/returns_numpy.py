"""The result is no tensor but something else, a numpy array for instance; turn it into one at the end (`torch.from_numpy`, `torch.tensor`, `torch.stack`)."""

import torch


def jacobian_norms(W, steps):
    product = W
    norms = []
    for _ in range(steps):
        norm = torch.linalg.matrix_norm(product, ord=2)
        norms.append(norm)
        product = W @ product
    result = torch.stack(norms)
    return result.numpy()
