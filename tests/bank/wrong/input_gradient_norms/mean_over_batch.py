"""Your code takes each sentence's norm and averages over the batch; one norm is taken over batch and dim together."""

import torch


def input_gradient_norms(model, x):
    x = x.detach().clone().requires_grad_()
    last = model(x)[:, -1].sum()
    (gradient,) = torch.autograd.grad(last, x)
    return gradient.norm(dim=-1).mean(dim=0)
