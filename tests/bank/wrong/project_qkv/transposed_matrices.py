"""Your code multiplies by the transpose of each matrix. W is (d_model, d_k), so x times W fits as it is; only the weight of an nn.Linear is kept turned around."""


def project_qkv(x, W_q, W_k, W_v):
    return x @ W_q.T, x @ W_k.T, x @ W_v.T
