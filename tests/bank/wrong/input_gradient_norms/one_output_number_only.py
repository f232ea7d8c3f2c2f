"""Your code takes one number of the last output. The sum goes over all of them."""

import torch


def input_gradient_norms(model, x):
    x = x.detach().clone().requires_grad_(True)
    (g,) = torch.autograd.grad(model(x)[:, -1, -1].sum(), x)
    return torch.linalg.vector_norm(g, dim=(0, 2))
