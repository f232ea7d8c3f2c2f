"""Your code makes the values with W_k. Values have a matrix of their own, W_v: what a word is found by is not what it hands over."""


def project_qkv(x, W_q, W_k, W_v):
    q = x @ W_q
    k = x @ W_k
    v = x @ W_k
    return q, k, v
