"""Your code adds up the gradients themselves, so plus and minus cancel; square them first and take the root at the end."""

import torch


def input_gradient_norms(model, x):
    x = x.detach().clone().requires_grad_()
    last = model(x)[:, -1].sum()
    (gradient,) = torch.autograd.grad(last, x)
    return gradient.sum(dim=(0, 2))
