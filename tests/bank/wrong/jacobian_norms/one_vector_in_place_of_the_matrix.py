"""Your code follows one vector through the steps. The spectral norm is the largest stretch of any vector: multiply the matrices, then take the norm."""

import math

import torch


def jacobian_norms(W, steps):
    h = torch.ones(W.shape[0], dtype=W.dtype) / math.sqrt(W.shape[0])
    out = []
    for _ in range(steps):
        h = W @ h
        out.append(h.norm())
    return torch.stack(out)
