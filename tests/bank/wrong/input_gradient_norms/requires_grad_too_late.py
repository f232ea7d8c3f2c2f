"""Your code asks for gradients of x only after the model has read it, or of another tensor than the model read. Call `requires_grad_()` on a copy of x first, and give the model that very copy."""

import torch


def input_gradient_norms(model, x):
    out = model(x)[:, -1].sum()
    x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(out, x)
    return gradient.norm(dim=(0, 2))
