"""Your matrix moves one place too far. For offset 0 it should be the identity."""

import torch


def shift_matrix(offset, d_model):
    if d_model % 2:
        raise ValueError
    step = torch.block_diag(*torch.stack([(f := 10000.0 ** (-torch.arange(0, d_model, 2) / d_model)).cos(), f.sin(), -f.sin(), f.cos()], -1).view(-1, 2, 2))
    M = step if offset >= 0 else step.T
    for _ in range(abs(offset)):
        M = M @ (step if offset >= 0 else step.T)
    return M
