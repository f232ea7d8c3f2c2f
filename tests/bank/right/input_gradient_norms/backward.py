def input_gradient_norms(model, x):
    x = x.detach().clone()
    x.requires_grad_(True)
    y = model(x)
    y[:, -1, :].sum().backward()
    return x.grad.norm(dim=(0, 2))
