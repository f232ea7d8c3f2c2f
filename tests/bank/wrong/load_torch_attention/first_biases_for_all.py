"""Your weights are right, but all three layers get the query's bias; `in_proj_bias` has three, one after another."""

import torch


def load_torch_attention(attention, torch_attention):
    layers = attention.w_q, attention.w_k, attention.w_v
    with torch.no_grad():
        for layer, weight in zip(layers, torch_attention.in_proj_weight.chunk(3)):
            layer.weight.copy_(weight)
            layer.bias.copy_(torch_attention.in_proj_bias.chunk(3)[0])
        attention.w_o.load_state_dict(torch_attention.out_proj.state_dict())
