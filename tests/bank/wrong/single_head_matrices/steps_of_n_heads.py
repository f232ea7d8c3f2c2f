"""Your head begins at head * n_heads. Each head is d_head wide: it begins at head * d_head."""


def single_head_matrices(attention, head):
    n = attention.n_heads
    d = attention.w_q.weight.shape[0] // n
    start = head * n
    return tuple(w.weight[start:start + d].T for w in (attention.w_q, attention.w_k, attention.w_v))
