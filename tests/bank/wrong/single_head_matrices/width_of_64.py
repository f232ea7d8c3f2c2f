"""Your code takes 64 rows for each head, the width of the paper's heads. The heads share the d_model rows evenly, whatever their number."""


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
