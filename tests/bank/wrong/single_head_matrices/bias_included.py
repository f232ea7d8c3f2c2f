"""Your matrices have the bias added to them; a head's matrix is the weight's part alone, and x @ W leaves the bias out."""


def single_head_matrices(attention, head):
    d_model = attention.w_q.weight.shape[0]
    d_head = d_model // attention.n_heads
    start = head * d_head
    end = start + d_head
    layers = [attention.w_q, attention.w_k, attention.w_v]
    matrices = []
    for layer in layers:
        weight = layer.weight
        rows = weight[start:end]
        matrix = rows.T + layer.bias[start:end]
        matrices.append(matrix)
    return tuple(matrices)
