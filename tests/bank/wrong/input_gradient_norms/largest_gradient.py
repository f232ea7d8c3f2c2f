"""Your code takes the largest gradient of each word; the norm is the root of the sum of all squares."""

import torch


def input_gradient_norms(model, x):
    copy = x.detach().clone()
    copy.requires_grad_()
    outputs = model(copy)
    last = outputs[:, -1]
    number = last.sum()
    (gradient,) = torch.autograd.grad(number, copy)
    squares = gradient.pow(2)
    sums = squares.amax(dim=(0, 2))
    norms = sums.sqrt()
    return norms
