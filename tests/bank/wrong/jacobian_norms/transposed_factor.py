"""Your code multiplies by W.T from the second step on. h_t = W h_{t-1}: each step multiplies by W itself."""

import torch


def jacobian_norms(W, steps):
    norms, J = [], W
    for _ in range(steps):
        norms.append(torch.linalg.matrix_norm(J, ord=2))
        J = J @ W.T
    return torch.stack(norms)
