"""Your code joins several leading sides of x into one and leaves it so. The result has the leading sides of x, however many there are."""

import torch


def project_qkv(x, W_q, W_k, W_v):
    if x.ndim > 3:
        x = x.reshape(-1, x.shape[-2], x.shape[-1])
    return [torch.einsum("...m,md->...d", x, w) for w in (W_q, W_k, W_v)]
