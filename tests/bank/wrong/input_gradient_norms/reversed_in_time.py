"""Your result runs from the last word to the first; entry t belongs to the word at place t."""

import torch


def input_gradient_norms(model, x):
    x = x.detach().clone().requires_grad_()
    last = model(x)[:, -1].sum()
    (gradient,) = torch.autograd.grad(last, x)
    return gradient.pow(2).sum(dim=(0, 2)).sqrt().flip(0)
