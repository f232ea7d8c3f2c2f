"""Your code multiplies with the matrix on the left. A word is a row of x, so x comes first."""


def project_qkv(x, W_q, W_k, W_v):
    return W_q @ x, W_k @ x, W_v @ x
