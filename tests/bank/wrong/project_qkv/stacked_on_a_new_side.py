"""Your code stacks the three into one tensor, which fails where the values are of another width than the keys. Return them as three tensors: q, k, v."""

import torch


def project_qkv(x, W_q, W_k, W_v):
    q = x @ W_q
    k = x @ W_k
    v = x @ W_v
    return torch.stack([q, k, v])
