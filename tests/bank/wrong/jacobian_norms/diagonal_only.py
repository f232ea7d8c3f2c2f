"""Your code multiplies the identity by W with `*`, which leaves nothing but the diagonal; a step is a matrix product, `@`."""

import torch


def jacobian_norms(W, steps):
    powers = [torch.eye(len(W), dtype=W.dtype) * W**t for t in range(1, steps + 1)]
    return torch.stack([torch.linalg.matrix_norm(power, ord=2) for power in powers])
