"""Your code adds up the gradients themselves, so plus and minus cancel; square them first and take the root at the end."""

import torch


def input_gradient_norms(model, x):
    copy = x.detach().clone()
    copy.requires_grad_()
    outputs = model(copy)
    last = outputs[:, -1]
    number = last.sum()
    (gradient,) = torch.autograd.grad(number, copy)
    squares = gradient
    sums = squares.sum(dim=(0, 2))
    norms = sums
    return norms
