"""Your keys come back turned around, (..., d_k, time). Their sides are (..., time, d_k); attention_scores turns them."""


def project_qkv(x, W_q, W_k, W_v):
    q = x @ W_q
    k = (x @ W_k).transpose(-2, -1)
    v = x @ W_v
    return q, k, v
