"""Your code multiplies once and cuts the result into three parts as equal as they can be. Values may be of another width than queries and keys: cut at the widths of the matrices."""

import torch


def project_qkv(x, W_q, W_k, W_v):
    q = x @ W_q
    k = x @ W_k
    v = x @ W_v
    q, k, v = torch.cat([q, k, v], dim=-1).tensor_split(3, dim=-1)
    return q, k, v
