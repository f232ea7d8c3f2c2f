"""Your code copies the first d_model rows, and their biases, into all three layers; the key's rows stand below the query's, the value's below those."""

import torch


def load_torch_attention(attention, torch_attention):
    layers = attention.w_q, attention.w_k, attention.w_v
    with torch.no_grad():
        for layer in layers:
            layer.weight.copy_(torch_attention.in_proj_weight.chunk(3)[0])
            layer.bias.copy_(torch_attention.in_proj_bias.chunk(3)[0])
        attention.w_o.load_state_dict(torch_attention.out_proj.state_dict())
