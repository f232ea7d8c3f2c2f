"""Your order is W_q, W_v, W_k; return W_q, W_k, W_v."""


def single_head_matrices(attention, head):
    d_head = attention.w_q.weight.shape[0] // attention.n_heads
    part = slice(head * d_head, (head + 1) * d_head)
    return attention.w_q.weight[part].T, attention.w_v.weight[part].T, attention.w_k.weight[part].T
