"""Your code differentiates the first number of the last output only; sum over all of them."""

import torch


def input_gradient_norms(model, x):
    x = x.detach().clone().requires_grad_()
    last = model(x)[:, -1, 0].sum()
    (gradient,) = torch.autograd.grad(last, x)
    return gradient.norm(dim=(0, 2))
