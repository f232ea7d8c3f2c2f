"""Your code takes each sentence's norm and averages over the batch; one norm is taken over batch and dim together."""

import torch


def input_gradient_norms(model, x):
    copy = x.detach().clone()
    copy.requires_grad_()
    outputs = model(copy)
    last = outputs[:, -1]
    number = last.sum()
    (gradient,) = torch.autograd.grad(number, copy)
    squares = gradient.pow(2)
    sums = squares.sum(dim=2)
    norms = sums.sqrt()
    return norms.mean(dim=0)
