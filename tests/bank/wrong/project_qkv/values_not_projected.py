"""Your code hands x on as the values. They have a matrix too, W_v."""


def project_qkv(x, W_q, W_k, W_v):
    q = x @ W_q
    k = x @ W_k
    v = x
    return q, k, v
