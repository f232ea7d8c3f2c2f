"""Your code reads w_q for all three matrices; W_k comes from w_k and W_v from w_v."""


def single_head_matrices(attention, head):
    d_model = attention.w_q.weight.shape[0]
    d_head = d_model // attention.n_heads
    start = head * d_head
    end = start + d_head
    layers = [attention.w_q, attention.w_q, attention.w_q]
    matrices = []
    for layer in layers:
        weight = layer.weight
        rows = weight[start:end]
        matrix = rows.T
        matrices.append(matrix)
    return tuple(matrices)
