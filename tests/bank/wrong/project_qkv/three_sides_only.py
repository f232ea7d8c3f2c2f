"""Your einsum has one letter for the batch, so it takes exactly three sides. Three dots stand for any number of leading ones."""

import torch


def project_qkv(x, W_q, W_k, W_v):
    q = torch.einsum("btd,de->bte", x, W_q)
    k = torch.einsum("btd,de->bte", x, W_k)
    v = torch.einsum("btd,de->bte", x, W_v)
    return q, k, v
