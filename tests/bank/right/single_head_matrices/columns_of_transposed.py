def single_head_matrices(attention, head):
    d_model = attention.w_q.in_features
    size = d_model // attention.n_heads
    lo, hi = head * size, head * size + size
    W_q = attention.w_q.weight.detach().T[:, lo:hi].clone()
    W_k = attention.w_k.weight.detach().T[:, lo:hi].clone()
    W_v = attention.w_v.weight.detach().T[:, lo:hi].clone()
    return W_q, W_k, W_v
