"""Your code unpacks the shape of x into exactly three names, so it fails for two sides or four. `x @ W` needs no sizes."""


def project_qkv(x, W_q, W_k, W_v):
    batch, time, d_model = x.shape
    q = x @ W_q
    k = x @ W_k
    v = x @ W_v
    return q, k, v
