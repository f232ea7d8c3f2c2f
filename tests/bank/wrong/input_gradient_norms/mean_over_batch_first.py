"""Your code averages the sentences' gradients before it squares them, so they can cancel; square first, and sum."""

import torch


def input_gradient_norms(model, x):
    copy = x.detach().clone()
    copy.requires_grad_()
    outputs = model(copy)
    last = outputs[:, -1]
    number = last.sum()
    (gradient,) = torch.autograd.grad(number, copy)
    squares = gradient.mean(dim=0, keepdim=True).pow(2)
    sums = squares.sum(dim=(0, 2))
    norms = sums.sqrt()
    return norms
