"""Your code gives the values the bias of the keys. `in_proj_bias` holds three of d_model numbers: queries, keys, values."""

import torch


def load_torch_attention(attention, torch_attention):
    W, b = torch_attention.in_proj_weight, torch_attention.in_proj_bias
    d = W.shape[1]
    with torch.no_grad():
        attention.w_q.weight.copy_(W[:d]); attention.w_q.bias.copy_(b[:d])
        attention.w_k.weight.copy_(W[d:2 * d]); attention.w_k.bias.copy_(b[d:2 * d])
        attention.w_v.weight.copy_(W[2 * d:]); attention.w_v.bias.copy_(b[d:2 * d])
        attention.w_o.weight.copy_(torch_attention.out_proj.weight); attention.w_o.bias.copy_(torch_attention.out_proj.bias)
