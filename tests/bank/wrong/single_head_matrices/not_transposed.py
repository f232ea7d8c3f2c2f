"""Your matrices are (d_head, d_model), as Linear keeps them; here x @ W_q is wanted, so transpose them."""


def single_head_matrices(attention, head):
    d_head = attention.w_q.weight.shape[0] // attention.n_heads
    part = slice(head * d_head, (head + 1) * d_head)
    return attention.w_q.weight[part], attention.w_k.weight[part], attention.w_v.weight[part]
