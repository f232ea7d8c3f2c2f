"""Your code multiplies by the slope of a tanh at every step. This network is linear: the Jacobian of a step is W itself."""

import torch


def jacobian_norms(W, steps):
    h = torch.ones(len(W), dtype=W.dtype)
    J, out = torch.eye(len(W), dtype=W.dtype), []
    for _ in range(steps):
        h = torch.tanh(W @ h)
        J = torch.diag(1 - h ** 2) @ W @ J
        out.append(torch.linalg.matrix_norm(J, ord=2))
    return torch.stack(out)
