"""The result is no tensor but something else, a numpy array for instance; turn it into one at the end (`torch.from_numpy`, `torch.tensor`, `torch.stack`)."""

import torch


def jacobian_norms(W, steps):
    powers = [torch.linalg.matrix_power(W, t) for t in range(1, steps + 1)]
    return torch.stack([torch.linalg.matrix_norm(power, ord=2) for power in powers]).numpy()
