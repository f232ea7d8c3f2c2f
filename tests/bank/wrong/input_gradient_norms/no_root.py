"""Your code adds up the squares but does not take the root; a norm is the root of the sum of squares."""

import torch


def input_gradient_norms(model, x):
    x = x.detach().clone().requires_grad_()
    last = model(x)[:, -1].sum()
    (gradient,) = torch.autograd.grad(last, x)
    return gradient.pow(2).sum(dim=(0, 2))
