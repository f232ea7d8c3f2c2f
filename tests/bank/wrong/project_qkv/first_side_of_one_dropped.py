"""Your code drops the first side where its length is 1 (`squeeze(0)`): the result keeps every side."""


def project_qkv(x, W_q, W_k, W_v):
    q = x @ W_q
    k = x @ W_k
    v = x @ W_v
    return (q.squeeze(0), k.squeeze(0), v.squeeze(0))
