"""Your code multiplies the gradient with x. Asked is the length of the gradient alone."""

import torch


def input_gradient_norms(model, x):
    copy = x.detach().clone()
    copy.requires_grad_()
    outputs = model(copy)
    last = outputs[:, -1]
    number = last.sum()
    (gradient,) = torch.autograd.grad(number, copy)
    squares = (gradient * copy.detach()).pow(2)
    sums = squares.sum(dim=(0, 2))
    norms = sums.sqrt()
    return norms
