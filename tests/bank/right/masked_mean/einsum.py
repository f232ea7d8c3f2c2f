import torch


def masked_mean(x, mask):
    weights = mask.to(x) / mask.sum(-1, keepdim=True).clamp(min=1)
    return torch.einsum("btd,bt->bd", x, weights)
