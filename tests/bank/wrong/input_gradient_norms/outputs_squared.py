"""Your code squares the last output before it sums. The gradient is that of the plain sum."""

import torch


def input_gradient_norms(model, x):
    copy = x.detach().clone()
    copy.requires_grad_()
    outputs = model(copy)
    last = outputs[:, -1]
    number = last.pow(2).sum()
    (gradient,) = torch.autograd.grad(number, copy)
    squares = gradient.pow(2)
    sums = squares.sum(dim=(0, 2))
    norms = sums.sqrt()
    return norms
