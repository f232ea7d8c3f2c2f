"""Your code keeps small norms from vanishing with a lower bound; the vanishing is what is to be measured."""

import torch


def jacobian_norms(W, steps):
    jacobian, norms = W, []
    for _ in range(steps):
        norms.append(torch.linalg.matrix_norm(jacobian, ord=2))
        jacobian = W @ jacobian
    return torch.stack(norms).clamp(min=0.05, max=20.0)
