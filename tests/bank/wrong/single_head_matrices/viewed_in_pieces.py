"""Your code reshapes the transposed weight to (n_heads, d_model, d_head), which cuts it along d_model and tears its rows apart; cut along the outputs."""


def single_head_matrices(attention, head):
    d_model = attention.w_q.weight.shape[0]
    d_head = d_model // attention.n_heads
    layers = [attention.w_q, attention.w_k, attention.w_v]
    matrices = []
    for layer in layers:
        pieces = layer.weight.T.reshape(attention.n_heads, d_model, d_head)
        matrix = pieces[head]
        matrices.append(matrix)
    return tuple(matrices)
