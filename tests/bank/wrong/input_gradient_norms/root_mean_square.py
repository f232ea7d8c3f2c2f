"""Your code takes the mean of the squares; the norm is the root of their sum."""

import torch


def input_gradient_norms(model, x):
    x = x.detach().clone().requires_grad_()
    last = model(x)[:, -1].sum()
    (gradient,) = torch.autograd.grad(last, x)
    return gradient.pow(2).mean(dim=(0, 2)).sqrt()
