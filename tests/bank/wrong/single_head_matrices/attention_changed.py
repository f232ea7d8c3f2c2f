"""The matrices are right, but your code zeroes the attention's biases on the way; read it, do not change it."""

import torch


def single_head_matrices(attention, head):
    layers = attention.w_q, attention.w_k, attention.w_v
    with torch.no_grad():
        for one in layers:
            one.bias.zero_()
    d_head = attention.w_q.weight.shape[0] // attention.n_heads
    return tuple(one.weight[head * d_head : (head + 1) * d_head].T for one in layers)
