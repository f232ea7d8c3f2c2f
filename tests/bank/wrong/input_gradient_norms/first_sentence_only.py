"""Your code differentiates the first sentence's output only; add up those of the whole batch."""

import torch


def input_gradient_norms(model, x):
    x = x.detach().clone().requires_grad_()
    last = model(x)[0, -1].sum()
    (gradient,) = torch.autograd.grad(last, x)
    return gradient.pow(2).sum(dim=(0, 2)).sqrt()
