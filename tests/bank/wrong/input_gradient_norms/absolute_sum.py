"""Your code adds up absolute values; the Euclidean norm is the root of the sum of squares."""

import torch


def input_gradient_norms(model, x):
    copy = x.detach().clone()
    copy.requires_grad_()
    outputs = model(copy)
    last = outputs[:, -1]
    number = last.sum()
    (gradient,) = torch.autograd.grad(number, copy)
    squares = gradient.abs()
    sums = squares.sum(dim=(0, 2))
    norms = sums
    return norms
