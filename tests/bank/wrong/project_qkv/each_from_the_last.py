"""Your code makes the keys from the queries and the values from the keys. All three are made from x itself."""


def project_qkv(x, W_q, W_k, W_v):
    q = x @ W_q
    k = q @ W_k
    v = k @ W_v
    return q, k, v
