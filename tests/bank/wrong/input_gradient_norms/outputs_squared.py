"""Your code squares the last output before it sums. The gradient is that of the plain sum."""

import torch


def input_gradient_norms(model, x):
    x = x.detach().clone().requires_grad_(True)
    (g,) = torch.autograd.grad(model(x)[:, -1].pow(2).sum(), x)
    return torch.linalg.vector_norm(g, dim=(0, 2))
