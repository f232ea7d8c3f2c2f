"""Your code makes the keys with W_q. Keys have a matrix of their own, W_k, or a word would only look for words like itself."""


def project_qkv(x, W_q, W_k, W_v):
    return x @ W_q, x @ W_q, x @ W_v
