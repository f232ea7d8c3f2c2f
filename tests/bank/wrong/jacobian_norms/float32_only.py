"""Your result is float32 even for a W in float64, as `.float()` makes it, or `torch.tensor` and `torch.zeros` without a dtype; keep the precision of W."""

import torch


def jacobian_norms(W, steps):
    product = W
    norms = []
    for _ in range(steps):
        norm = torch.linalg.matrix_norm(product, ord=2)
        norms.append(norm)
        product = W @ product
    result = torch.tensor([float(norm) for norm in norms])
    return result
