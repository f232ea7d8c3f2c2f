import torch


def run(W, h, t):
    for _ in range(t):
        h = W @ h
    return h


def jacobian_norms(W, steps):
    start = torch.zeros(W.shape[-1], dtype=W.dtype)
    result = []
    for t in range(1, steps + 1):
        J = torch.autograd.functional.jacobian(lambda h: run(W, h, t), start)
        result.append(torch.linalg.norm(J, 2))
    return torch.stack(result, 0)
