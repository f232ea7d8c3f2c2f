"""Your code counts heads from 1, so that head 0 gives the last one. Python counts from 0: head h begins at h * d_head."""


def single_head_matrices(attention, head):
    n = attention.n_heads
    return tuple(w.weight.chunk(n)[head - 1].T for w in (attention.w_q, attention.w_k, attention.w_v))
