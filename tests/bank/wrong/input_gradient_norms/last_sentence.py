"""`model(x)[-1]` is the last sentence of the batch; the last step of every sentence is `[:, -1]`."""

import torch


def input_gradient_norms(model, x):
    copy = x.detach().clone()
    copy.requires_grad_()
    outputs = model(copy)
    last = outputs[-1]
    number = last.sum()
    (gradient,) = torch.autograd.grad(number, copy)
    squares = gradient.pow(2)
    sums = squares.sum(dim=(0, 2))
    norms = sums.sqrt()
    return norms
