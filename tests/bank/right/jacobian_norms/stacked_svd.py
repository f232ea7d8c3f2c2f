import torch


def jacobian_norms(W, steps):
    products = [W]
    while len(products) < steps:
        products.append(products[-1] @ W)
    _, s, _ = torch.linalg.svd(torch.stack(products))
    return s[:, 0]
