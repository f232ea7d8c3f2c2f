"""Your code cuts pieces of n_heads rows; a head has d_model // n_heads rows."""


def single_head_matrices(attention, head):
    n = attention.n_heads
    return tuple(one.weight[head * n : (head + 1) * n].T for one in (attention.w_q, attention.w_k, attention.w_v))
