"""Your result has one entry more than `steps`: it begins with the identity, t = 0; it should begin with t = 1."""

import torch


def jacobian_norms(W, steps):
    powers = [torch.linalg.matrix_power(W, t) for t in range(steps + 1)]
    return torch.stack([torch.linalg.matrix_norm(power, ord=2) for power in powers])
