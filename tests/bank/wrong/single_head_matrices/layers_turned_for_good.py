"""Your code turns the layers' own weights around and leaves them so: afterwards the attention computes something else, and so does a second call. Read the weights, do not assign to them."""


def single_head_matrices(attention, head):
    d_model = attention.w_q.weight.shape[0]
    d_head = d_model // attention.n_heads
    start = head * d_head
    end = start + d_head
    layers = [attention.w_q, attention.w_k, attention.w_v]
    matrices = []
    for layer in layers:
        weight = layer.weight
        weight.data = weight.data.T
        matrix = weight[:, start:end]
        matrices.append(matrix)
    return tuple(matrices)
