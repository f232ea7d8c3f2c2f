"""Your matrices are columns of the weight, given as (d_head, d_model), as when it is transposed before the cut. A head owns rows of the weight: cut first, then transpose."""


def single_head_matrices(attention, head):
    d_model = attention.w_q.weight.shape[0]
    d_head = d_model // attention.n_heads
    start = head * d_head
    end = start + d_head
    layers = [attention.w_q, attention.w_k, attention.w_v]
    matrices = []
    for layer in layers:
        weight = layer.weight.T
        rows = weight[start:end]
        matrix = rows
        matrices.append(matrix)
    return tuple(matrices)
