"""Your code uses W_q for queries, keys and values alike. Each of the three has a matrix of its own."""


def project_qkv(x, W_q, W_k, W_v):
    return x @ W_q, x @ W_q, x @ W_q
