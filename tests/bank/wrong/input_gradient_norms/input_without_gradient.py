"""Your code calls `backward` without asking for a gradient of x: the tensor that goes into the model needs `requires_grad_()` first."""

def input_gradient_norms(model, x):
    model(x)[:, -1].sum().backward()
    return x.grad.norm(dim=(0, 2))
