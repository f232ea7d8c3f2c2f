"""Keys and values have changed places: the keys are made with W_k, the values with W_v, and they come back in the order q, k, v."""


def project_qkv(x, W_q, W_k, W_v):
    q = x @ W_q
    k = x @ W_k
    v = x @ W_v
    return q, v, k
