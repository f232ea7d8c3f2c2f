"""Your code turns its inputs into float32. Keep the dtype that came in."""


def project_qkv(x, W_q, W_k, W_v):
    q = x.float() @ W_q.float()
    k = x.float() @ W_k.float()
    v = x.float() @ W_v.float()
    return q, k, v
