import torch


def one(x, W):
    flat = x.reshape(-1, x.shape[-1])
    rows = [sum(row[i] * W[i] for i in range(len(W))) for row in flat]
    return torch.stack(rows).reshape(*x.shape[:-1], W.shape[1])


def project_qkv(x, W_q, W_k, W_v):
    return one(x, W_q), one(x, W_k), one(x, W_v)
