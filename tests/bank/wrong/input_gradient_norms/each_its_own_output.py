"""Your code differentiates each step's output by its own word; the last step's output is asked, with respect to every word."""

import torch


def input_gradient_norms(model, x):
    x = x.detach().clone().requires_grad_()
    outputs, norms = model(x), []
    for t in range(x.shape[1]):
        (gradient,) = torch.autograd.grad(outputs[:, t].sum(), x, retain_graph=True)
        norms.append(gradient[:, t].norm())
    return torch.stack(norms)
