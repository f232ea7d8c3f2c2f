"""Your code overwrites x with the queries, so the keys and values are made from those. All three are made from the same x: give the queries another name."""


def project_qkv(x, W_q, W_k, W_v):
    x = q = x @ W_q
    k = x @ W_k
    v = x @ W_v
    return q, k, v
