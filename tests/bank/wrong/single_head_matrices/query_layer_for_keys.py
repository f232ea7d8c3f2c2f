"""Your W_k is cut from w_q; cut it from w_k."""


def single_head_matrices(attention, head):
    d_head = attention.w_q.weight.shape[0] // attention.n_heads
    rows = slice(head * d_head, (head + 1) * d_head)
    return attention.w_q.weight[rows].T, attention.w_q.weight[rows].T, attention.w_v.weight[rows].T
