"""Your code returns nothing, which is None in Python. The last line should be `return` with the result."""


def project_qkv(x, W_q, W_k, W_v):
    q = x @ W_q
    k = x @ W_k
    v = x @ W_v
