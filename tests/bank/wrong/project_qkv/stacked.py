"""Your code returns one tensor in which the three are glued together. Return them as three tensors: q, k, v."""

import torch


def project_qkv(x, W_q, W_k, W_v):
    return torch.cat([x @ W_q, x @ W_k, x @ W_v], dim=-1)
