"""Your norms come from a few rounds of power iteration and are not exact yet. Take the largest singular value, as `torch.linalg.matrix_norm(..., ord=2)` does."""

import torch


def jacobian_norms(W, steps):
    out = []
    J = W
    for _ in range(steps):
        v = torch.ones(W.shape[1], dtype=W.dtype)
        for _ in range(3):
            v = J.T @ (J @ v)
            v = v / v.norm().clamp(min=1e-30)
        out.append((J @ v).norm())
        J = J @ W
    return torch.stack(out)
