"""The result is right, but your code changes the caller's x: its numbers, or its `.grad`, where the gradients of a second call are added; work on a copy."""


def input_gradient_norms(model, x):
    x.requires_grad_()
    model(x)[:, -1].sum().backward()
    return x.grad.norm(dim=(0, 2))
