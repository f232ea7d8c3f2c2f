"""Your code differentiates the norm of the last output; the number to differentiate is its sum."""

import torch

def input_gradient_norms(model, x):
    leaf = x.detach().clone().requires_grad_(True)
    (g,) = torch.autograd.grad(model(leaf)[:, -1].norm(), leaf)
    return g.pow(2).sum((0, 2)).sqrt()
