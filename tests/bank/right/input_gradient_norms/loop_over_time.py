import torch


def input_gradient_norms(model, x):
    inp = x.clone().detach()
    inp.requires_grad = True
    out = model(inp)
    total = sum(one[-1].sum() for one in out)
    g = torch.autograd.grad(total, inp, create_graph=True)[0]
    return torch.stack([torch.linalg.norm(g[:, t]) for t in range(x.size(1))])
