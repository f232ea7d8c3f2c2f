"""Your code takes columns of the weight; Linear computes x @ weight.T, so what head h puts out is made by *rows* of the weight. Take its rows and transpose."""


def single_head_matrices(attention, head):
    d_head = attention.w_q.weight.shape[0] // attention.n_heads
    part = slice(head * d_head, (head + 1) * d_head)
    return attention.w_q.weight[:, part], attention.w_k.weight[:, part], attention.w_v.weight[:, part]
