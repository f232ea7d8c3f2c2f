import torch


def single_head_matrices(attention, head):
    d_model = attention.w_q.weight.shape[1]
    found = []
    for layer in (attention.w_q, attention.w_k, attention.w_v):
        unit = torch.eye(d_model, dtype=layer.weight.dtype)
        moved = (layer(unit) - layer.bias).unsqueeze(0)
        found.append(split_heads(moved, attention.n_heads)[0, head])
    return found
