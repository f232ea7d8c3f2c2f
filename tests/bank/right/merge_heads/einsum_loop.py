import torch


def merge_heads(x):
    tokens = torch.einsum("bhtd->bthd", x)
    return torch.stack([torch.cat(list(token), dim=0) for row in tokens for token in row]).reshape(
        x.shape[0], x.shape[2], -1
    )
