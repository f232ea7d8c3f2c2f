"""Your code makes one long list of words out of a batch and leaves it so. The matrix product takes any leading sides as they are."""


def project_qkv(x, W_q, W_k, W_v):
    x = x.reshape(-1, x.shape[-1])
    q = x @ W_q
    k = x @ W_k
    v = x @ W_v
    return q, k, v
