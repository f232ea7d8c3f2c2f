"""Your values go through a ReLU, which puts 0 for what is negative. The projection is a matrix product and no more."""

def project_qkv(x, W_q, W_k, W_v):
    q = x @ W_q
    k = x @ W_k
    v = x @ W_v
    return q, k, v.relu()
