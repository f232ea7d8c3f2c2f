"""Your queries are divided by sqrt(d_k) already. That comes two exercises later, for the scores: here only the products are wanted."""


def project_qkv(x, W_q, W_k, W_v):
    return x @ W_q / W_q.shape[1] ** 0.5, x @ W_k, x @ W_v
