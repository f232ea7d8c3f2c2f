"""Your code takes the gradient of the log-softmax of the last output: it is the sum of the output itself that is asked for."""

import torch


def input_gradient_norms(model, x):
    x = x.detach().clone().requires_grad_()
    last = model(x)[:, -1].log_softmax(-1)
    (g,) = torch.autograd.grad(last.sum(), x)
    return g.norm(dim=(0, 2))
