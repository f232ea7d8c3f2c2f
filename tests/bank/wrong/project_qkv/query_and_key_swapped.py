"""Queries and keys have changed places: the first result is x times W_q, the second x times W_k."""


def project_qkv(x, W_q, W_k, W_v):
    return x @ W_k, x @ W_q, x @ W_v
