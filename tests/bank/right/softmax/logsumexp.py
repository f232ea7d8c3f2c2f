import torch


def softmax(x, dim=-1):
    total = torch.logsumexp(x, dim=dim, keepdim=True)
    return torch.exp(x - torch.where(torch.isinf(total), torch.zeros_like(total), total))
