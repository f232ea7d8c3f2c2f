import torch


def mean_pool(hidden, mask):
    weights = mask.to(hidden.dtype) / mask.sum(dim=1, keepdim=True)
    return torch.einsum("btd,bt->bd", hidden, weights)
