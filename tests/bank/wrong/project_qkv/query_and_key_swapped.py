"""Queries and keys have changed places: the first result should be x times W_q, the second x times W_k."""


def project_qkv(x, W_q, W_k, W_v):
    q = x @ W_q
    k = x @ W_k
    v = x @ W_v
    return k, q, v
