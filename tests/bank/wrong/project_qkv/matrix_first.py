"""Your code multiplies with the matrix on the left. A word is a row of x, so x comes first."""


def project_qkv(x, W_q, W_k, W_v):
    q = W_q @ x
    k = W_k @ x
    v = W_v @ x
    return q, k, v
