import torch


def softmax(x, dim=-1):
    top, _ = torch.max(x, dim=dim, keepdim=True)
    shifted = torch.where(torch.isneginf(top), x, x - top)
    e = shifted.exp()
    total = e.sum(dim, keepdim=True)
    return torch.where(total > 0, e / torch.where(total > 0, total, 1.0), 0.0)
