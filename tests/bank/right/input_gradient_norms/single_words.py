import torch


def input_gradient_norms(model, x):
    words = [x[:, t].detach().clone().requires_grad_() for t in range(x.shape[1])]
    last = model(torch.stack(words, dim=1))[:, -1]
    grads = torch.autograd.grad(
        last, words, grad_outputs=torch.ones_like(last), allow_unused=True, materialize_grads=True
    )
    return torch.tensor([float((g.double() ** 2).sum() ** 0.5) for g in grads], dtype=x.dtype)
