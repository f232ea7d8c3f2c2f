"""Your code multiplies by the transpose of each matrix. W is (d_model, d_k), so x times W fits as it is; only the weight of an nn.Linear is kept turned around."""


def project_qkv(x, W_q, W_k, W_v):
    q = x @ W_q.T
    k = x @ W_k.T
    v = x @ W_v.T
    return q, k, v
