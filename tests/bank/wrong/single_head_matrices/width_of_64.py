"""Your code writes the paper's width of a head, 64, as a constant; it is d_model // n_heads."""


def single_head_matrices(attention, head):
    d_head = 64
    start = head * d_head
    end = start + d_head
    layers = [attention.w_q, attention.w_k, attention.w_v]
    matrices = []
    for layer in layers:
        weight = layer.weight
        rows = weight[start:end]
        matrix = rows.T
        matrices.append(matrix)
    return tuple(matrices)
