"""Your code switches the model to eval mode and leaves it so; whoever goes on training it then trains without dropout. Measuring needs no change of mode."""

import torch


def input_gradient_norms(model, x):
    model.eval()
    x = x.detach().clone().requires_grad_()
    last = model(x)[:, -1].sum()
    (gradient,) = torch.autograd.grad(last, x)
    return gradient.norm(dim=(0, 2))
