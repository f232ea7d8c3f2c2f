"""Your norm looks at the first sentence only; square and add up over the whole batch."""

import torch

def input_gradient_norms(model, x):
    leaf = x.detach().clone().requires_grad_(True)
    (g,) = torch.autograd.grad(model(leaf)[:, -1].sum(), leaf)
    return g[0].norm(dim=-1)
