"""Your results come in the order v, k, q. Return them as they are named: queries, keys, values."""


def project_qkv(x, W_q, W_k, W_v):
    return x @ W_v, x @ W_k, x @ W_q
