"""Your code makes the keys from the queries: times W_k where that fits, and elsewhere the queries as they are. All three are made from x, each with a matrix of its own."""

import torch


def project_qkv(x, W_q, W_k, W_v):
    q = torch.matmul(x, W_q)
    k = torch.matmul(q, W_k) if q.shape[-1] == W_k.shape[0] else torch.matmul(x, W_q)
    v = torch.matmul(x, W_v)
    return q, k, v
