"""The result is right, but your code changes the caller's x: its numbers, whether it wants gradients, or its `.grad`, where the gradients of a second call are added; work on a copy."""


def input_gradient_norms(model, x):
    copy = x
    copy.requires_grad_()
    outputs = model(copy)
    last = outputs[:, -1]
    number = last.sum()
    number.backward()
    gradient = copy.grad
    squares = gradient.pow(2)
    sums = squares.sum(dim=(0, 2))
    norms = sums.sqrt()
    return norms
