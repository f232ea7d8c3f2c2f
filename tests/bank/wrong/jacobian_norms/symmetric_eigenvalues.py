"""Your code uses a function for symmetric matrices, which reads one triangle only. W need not be symmetric: take the largest singular value."""

import torch


def jacobian_norms(W, steps):
    powers = torch.stack([torch.linalg.matrix_power(W, t) for t in range(1, steps + 1)])
    return torch.linalg.eigvalsh(powers).abs().amax(dim=-1)
