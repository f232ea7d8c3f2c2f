"""Your code cuts for eight heads, as in the paper; take `attention.n_heads`."""


def single_head_matrices(attention, head):
    layers = attention.w_q, attention.w_k, attention.w_v
    return tuple(one.weight.chunk(8)[head].T for one in layers)
