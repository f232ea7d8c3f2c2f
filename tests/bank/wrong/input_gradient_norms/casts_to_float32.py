"""Your code turns x into float32, which a model in float64 cannot take; keep the precision of x."""

import torch


def input_gradient_norms(model, x):
    copy = x.detach().float()
    copy.requires_grad_()
    outputs = model(copy)
    last = outputs[:, -1]
    number = last.sum()
    (gradient,) = torch.autograd.grad(number, copy)
    squares = gradient.pow(2)
    sums = squares.sum(dim=(0, 2))
    norms = sums.sqrt()
    return norms
