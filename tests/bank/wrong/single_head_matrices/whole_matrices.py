"""Your code returns the matrices of all heads together, (d_model, d_model); cut out the one that is asked for."""


def single_head_matrices(attention, head):
    d_model = attention.w_q.weight.shape[0]
    start = 0
    end = d_model
    layers = [attention.w_q, attention.w_k, attention.w_v]
    matrices = []
    for layer in layers:
        weight = layer.weight
        rows = weight[start:end]
        matrix = rows.T
        matrices.append(matrix)
    return tuple(matrices)
