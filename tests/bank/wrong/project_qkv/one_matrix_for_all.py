"""Your code uses W_q for queries, keys and values alike. Each of the three has a matrix of its own."""


def project_qkv(x, W_q, W_k, W_v):
    q = x @ W_q
    k = x @ W_q
    v = x @ W_q
    return q, k, v
