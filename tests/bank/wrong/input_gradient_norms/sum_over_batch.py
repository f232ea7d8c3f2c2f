"""Your code adds up the norms of the sentences; one norm is taken over batch and dim together, so add up the squares."""

import torch


def input_gradient_norms(model, x):
    x = x.detach().clone().requires_grad_()
    last = model(x)[:, -1].sum()
    (gradient,) = torch.autograd.grad(last, x)
    return gradient.norm(dim=-1).sum(dim=0)
