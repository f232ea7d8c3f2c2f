"""Your code gives two heads the same key and value matrices, as in grouped-query attention. Here every head has its own part of w_k and w_v, as of w_q."""

def single_head_matrices(attention, head):
    d_head = attention.w_q.weight.shape[0] // attention.n_heads
    kv_head = head // 2
    rows = slice(head * d_head, (head + 1) * d_head)
    kv_rows = slice(kv_head * d_head, (kv_head + 1) * d_head)
    return attention.w_q.weight[rows].T, attention.w_k.weight[kv_rows].T, attention.w_v.weight[kv_rows].T
