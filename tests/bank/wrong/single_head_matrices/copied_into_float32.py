"""Your matrices are float32 whatever the layers hold, so those of a float64 attention do not fit its inputs. Keep the dtype of the weights."""


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
        matrix = rows.T.float()
        matrices.append(matrix)
    return tuple(matrices)
