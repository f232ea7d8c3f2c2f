"""Your code reshapes the gradient to (time, ...) while batch is still its first side, so numbers of different places are mixed. Bring time to the front first, or take the norm over sides 0 and 2."""

import torch


def input_gradient_norms(model, x):
    copy = x.detach().clone()
    copy.requires_grad_()
    outputs = model(copy)
    last = outputs[:, -1]
    number = last.sum()
    (gradient,) = torch.autograd.grad(number, copy)
    squares = gradient.pow(2)
    sums = squares.reshape(x.shape[1], -1).sum(dim=-1)
    norms = sums.sqrt()
    return norms
