"""Your code takes the largest entry of `eigvals` after casting away its imaginary part; singular values are what measures stretching."""

import torch


def jacobian_norms(W, steps):
    powers = [torch.linalg.matrix_power(W, t) for t in range(1, steps + 1)]
    return torch.stack([torch.linalg.eigvals(power).real.max() for power in powers])
