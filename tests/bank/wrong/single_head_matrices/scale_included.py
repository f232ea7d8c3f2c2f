"""Your W_q is already divided by sqrt(d_head); the scale belongs to the scores, leave the matrices as they are."""


def single_head_matrices(attention, head):
    d_head = attention.w_q.weight.shape[0] // attention.n_heads
    part = slice(head * d_head, (head + 1) * d_head)
    W_q, W_k, W_v = (one.weight[part].T for one in (attention.w_q, attention.w_k, attention.w_v))
    return W_q / d_head**0.5, W_k, W_v
