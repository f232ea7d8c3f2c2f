"""Your code reads w_q for all three matrices; W_k comes from w_k and W_v from w_v."""


def single_head_matrices(attention, head):
    d_head = attention.w_q.weight.shape[0] // attention.n_heads
    part = slice(head * d_head, (head + 1) * d_head)
    return (attention.w_q.weight[part].T,) * 3
