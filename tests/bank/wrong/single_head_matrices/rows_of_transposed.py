"""Your code transposes first and then takes rows, which are the weight's columns; take rows first, then transpose."""


def single_head_matrices(attention, head):
    d_head = attention.w_q.weight.shape[0] // attention.n_heads
    part = slice(head * d_head, (head + 1) * d_head)
    return attention.w_q.weight.T[part], attention.w_k.weight.T[part], attention.w_v.weight.T[part]
