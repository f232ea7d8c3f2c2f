"""Your W_k is cut from w_q; cut it from w_k."""


def single_head_matrices(attention, head):
    d_model = attention.w_q.weight.shape[0]
    d_head = d_model // attention.n_heads
    start = head * d_head
    end = start + d_head
    layers = [attention.w_q, attention.w_q, attention.w_v]
    matrices = []
    for layer in layers:
        weight = layer.weight
        rows = weight[start:end]
        matrix = rows.T
        matrices.append(matrix)
    return tuple(matrices)
