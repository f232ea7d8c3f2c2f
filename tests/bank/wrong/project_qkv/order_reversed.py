"""Your results come in the order v, k, q. Return them as they are named: queries, keys, values."""


def project_qkv(x, W_q, W_k, W_v):
    q = x @ W_q
    k = x @ W_k
    v = x @ W_v
    return v, k, q
