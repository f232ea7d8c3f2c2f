"""Your code multiplies once and cuts the result into three equal parts. The values may be of another width than queries and keys: cut at the widths of the matrices."""

import torch


def project_qkv(x, W_q, W_k, W_v):
    return torch.cat([x @ W_q, x @ W_k, x @ W_v], dim=-1).chunk(3, dim=-1)
