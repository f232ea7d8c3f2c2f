"""Your code differentiates the sum over all steps' outputs; only the last step's, `[:, -1]`, is asked."""

import torch


def input_gradient_norms(model, x):
    copy = x.detach().clone()
    copy.requires_grad_()
    outputs = model(copy)
    last = outputs
    number = last.sum()
    (gradient,) = torch.autograd.grad(number, copy)
    squares = gradient.pow(2)
    sums = squares.sum(dim=(0, 2))
    norms = sums.sqrt()
    return norms
