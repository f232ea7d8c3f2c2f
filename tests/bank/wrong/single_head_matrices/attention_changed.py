"""The matrices are right, but your code zeroes the attention's biases on the way; read it, do not change it."""

import torch


def single_head_matrices(attention, head):
    d_model = attention.w_q.weight.shape[0]
    d_head = d_model // attention.n_heads
    start = head * d_head
    end = start + d_head
    layers = [attention.w_q, attention.w_k, attention.w_v]
    matrices = []
    for layer in layers:
        with torch.no_grad():
            layer.bias.zero_()
        weight = layer.weight
        rows = weight[start:end]
        matrix = rows.T
        matrices.append(matrix)
    return tuple(matrices)
