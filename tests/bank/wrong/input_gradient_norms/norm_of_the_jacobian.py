"""Your code takes the derivative of every output number by itself and the norm of them all. Add the outputs up first, and take the gradient of that one sum."""

import torch


def input_gradient_norms(model, x):
    J = torch.autograd.functional.jacobian(lambda z: model(z)[:, -1], x)
    return J.pow(2).sum(dim=(0, 1, 2, 4)).sqrt()
