"""Your code returns one tensor in which the three are glued together. Return them as three tensors: q, k, v."""

import torch


def project_qkv(x, W_q, W_k, W_v):
    q = x @ W_q
    k = x @ W_k
    v = x @ W_v
    return torch.cat([q, k, v], dim=-1)
