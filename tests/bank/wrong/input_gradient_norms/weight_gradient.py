"""Your code reads the gradient of the model's weights; the gradient with respect to the input x is asked."""


def input_gradient_norms(model, x):
    model(x)[:, -1].sum().backward()
    return next(model.parameters()).grad.norm(dim=-1)
