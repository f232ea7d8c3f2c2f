"""Your W_v is multiplied by the head's part of w_o already, so it is d_model wide. What is wanted is the head's part of w_v alone, (d_model, d_head)."""


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
    output = attention.w_o.weight[:, start:end]
    matrices[2] = matrices[2] @ output.T
    return tuple(matrices)
