"""Your code returns a matrix of w_o as well; three are wanted, W_q, W_k, W_v."""


def single_head_matrices(attention, head):
    d_head = attention.w_q.weight.shape[0] // attention.n_heads
    part = slice(head * d_head, (head + 1) * d_head)
    return tuple(one.weight[part].T for one in (attention.w_q, attention.w_k, attention.w_v, attention.w_o))
