"""Where W_k and W_v have the same shape, your code makes the values with W_k. They have a matrix of their own, W_v, whatever its shape."""

def project_qkv(x, W_q, W_k, W_v):
    q, k = x.matmul(W_q), x.matmul(W_k)
    v = x.matmul(W_k if W_k.shape == W_v.shape else W_v)
    return q, k, v
