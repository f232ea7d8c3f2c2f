"""Your norm looks at the first sentence only; square and add up over the whole batch."""

import torch


def input_gradient_norms(model, x):
    copy = x.detach().clone()
    copy.requires_grad_()
    outputs = model(copy)
    last = outputs[:, -1]
    number = last.sum()
    (gradient,) = torch.autograd.grad(number, copy)
    squares = gradient.pow(2)
    sums = squares[0].sum(dim=-1)
    norms = sums.sqrt()
    return norms
