"""Your slice ends one row early; the end of a Python slice does not count, so write (head + 1) * d_head."""


def single_head_matrices(attention, head):
    d_head = attention.w_q.weight.shape[0] // attention.n_heads
    part = slice(head * d_head, (head + 1) * d_head - 1)
    return tuple(one.weight[part].T for one in (attention.w_q, attention.w_k, attention.w_v))
