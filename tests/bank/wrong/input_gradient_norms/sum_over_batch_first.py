"""Your code adds up the sentences' gradients before it squares them, so they can cancel; square first."""

import torch


def input_gradient_norms(model, x):
    x = x.detach().clone().requires_grad_()
    last = model(x)[:, -1].sum()
    (gradient,) = torch.autograd.grad(last, x)
    return gradient.sum(dim=0).norm(dim=-1)
