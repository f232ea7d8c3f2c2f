def single_head_matrices(attention, head):
    return tuple(
        list(linear.weight.chunk(attention.n_heads, dim=0))[head].t()
        for linear in (attention.w_q, attention.w_k, attention.w_v)
    )
