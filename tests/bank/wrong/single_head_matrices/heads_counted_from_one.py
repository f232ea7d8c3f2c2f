"""Your code counts heads from 1, so that head 0 gives the last one. Python counts from 0: head h begins at h * d_head."""


def single_head_matrices(attention, head):
    head = (head - 1) % attention.n_heads
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
    return tuple(matrices)
