"""The number that your code differentiates is cut off from x: look for `.detach()`, `.data` or no_grad around the model or behind it. Autograd has to watch all the way from x to the sum."""

import torch


def input_gradient_norms(model, x):
    out = model(x)[:, -1].sum().detach()
    x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(out, x)
    return gradient.norm(dim=(0, 2))
