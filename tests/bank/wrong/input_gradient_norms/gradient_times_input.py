"""Your code multiplies the gradient by the input; the gradient alone is asked."""

import torch


def input_gradient_norms(model, x):
    x = x.detach().clone().requires_grad_()
    last = model(x)[:, -1].sum()
    (gradient,) = torch.autograd.grad(last, x)
    return (gradient * x.detach()).pow(2).sum(dim=(0, 2)).sqrt()
