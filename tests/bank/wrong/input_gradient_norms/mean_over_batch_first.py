"""Your code averages the sentences' gradients before it squares them, so they can cancel; square first, and sum."""

import torch


def input_gradient_norms(model, x):
    x = x.detach().clone().requires_grad_()
    last = model(x)[:, -1].sum()
    (gradient,) = torch.autograd.grad(last, x)
    return gradient.mean(dim=0).norm(dim=-1)
