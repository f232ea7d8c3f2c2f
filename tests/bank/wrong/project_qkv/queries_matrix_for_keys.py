"""Your code makes the keys with W_q. Keys have a matrix of their own, W_k, or a word would only look for words like itself."""


def project_qkv(x, W_q, W_k, W_v):
    q = x @ W_q
    k = x @ W_q
    v = x @ W_v
    return q, k, v
