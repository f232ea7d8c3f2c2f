"""Your code differentiates the norm of the last output; the number to differentiate is its sum."""

import torch


def input_gradient_norms(model, x):
    copy = x.detach().clone()
    copy.requires_grad_()
    outputs = model(copy)
    last = outputs[:, -1]
    number = last.norm()
    (gradient,) = torch.autograd.grad(number, copy)
    squares = gradient.pow(2)
    sums = squares.sum(dim=(0, 2))
    norms = sums.sqrt()
    return norms
