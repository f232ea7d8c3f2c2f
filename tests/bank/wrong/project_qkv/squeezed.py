"""Your code squeezes the results, so a batch of one sentence, or a text of one word, loses a side. Each result is (..., time, d_*) always."""


def project_qkv(x, W_q, W_k, W_v):
    q = x @ W_q
    k = x @ W_k
    v = x @ W_v
    return q.squeeze(), k.squeeze(), v.squeeze()
