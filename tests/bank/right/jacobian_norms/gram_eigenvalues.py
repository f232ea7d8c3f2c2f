import torch


def jacobian_norms(W, steps):
    norms = torch.empty(steps, dtype=W.dtype)
    J = torch.eye(W.size(0), dtype=W.dtype)
    for t in range(steps):
        J = J @ W
        norms[t] = torch.linalg.eigvalsh((J.mT @ J).double()).max().clamp(min=0).sqrt()
    return norms
