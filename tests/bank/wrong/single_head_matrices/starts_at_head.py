"""Your rows start at `head`; they start at head * d_head."""


def single_head_matrices(attention, head):
    d_head = attention.w_q.weight.shape[0] // attention.n_heads
    part = slice(head, head + d_head)
    return tuple(one.weight[part].T for one in (attention.w_q, attention.w_k, attention.w_v))
