"""Your code measures the outputs, not gradients; differentiate the sum of the last output with respect to x."""


def input_gradient_norms(model, x):
    return model(x).detach().norm(dim=(0, 2))
