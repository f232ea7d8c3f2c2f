"""Your code differentiates the sum of the squares of the last output; differentiate the plain sum."""

import torch


def input_gradient_norms(model, x):
    x = x.detach().clone().requires_grad_()
    last = model(x)[:, -1].pow(2).sum()
    (gradient,) = torch.autograd.grad(last, x)
    return gradient.pow(2).sum(dim=(0, 2)).sqrt()
