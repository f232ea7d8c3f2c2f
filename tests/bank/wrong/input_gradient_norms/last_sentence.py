"""`model(x)[-1]` is the last sentence of the batch; the last step of every sentence is `[:, -1]`."""

import torch


def input_gradient_norms(model, x):
    x = x.detach().clone().requires_grad_()
    last = model(x)[-1].sum()
    (gradient,) = torch.autograd.grad(last, x)
    return gradient.pow(2).sum(dim=(0, 2)).sqrt()
