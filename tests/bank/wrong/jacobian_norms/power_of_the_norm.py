"""Your entry t is the norm of W to the power t; W may stretch a vector in one step and shrink it in the next, so take the norm of the product W ⋯ W."""

import torch


def jacobian_norms(W, steps):
    return torch.linalg.matrix_norm(W, ord=2) ** torch.arange(1, steps + 1)
