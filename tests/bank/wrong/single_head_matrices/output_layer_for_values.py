"""Your W_v is cut from w_o; cut it from w_v."""


def single_head_matrices(attention, head):
    layers = attention.w_q, attention.w_k, attention.w_o
    return tuple(one.weight.chunk(attention.n_heads)[head].T for one in layers)
