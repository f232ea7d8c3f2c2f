"""Your code takes the largest gradient of each word; the norm is the root of the sum of all squares."""

import torch


def input_gradient_norms(model, x):
    x = x.detach().clone().requires_grad_()
    last = model(x)[:, -1].sum()
    (gradient,) = torch.autograd.grad(last, x)
    return gradient.abs().amax(dim=(0, 2))
