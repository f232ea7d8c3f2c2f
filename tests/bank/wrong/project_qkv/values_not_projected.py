"""Your code hands x on as the values. They have a matrix too, W_v."""


def project_qkv(x, W_q, W_k, W_v):
    return x @ W_q, x @ W_k, x
