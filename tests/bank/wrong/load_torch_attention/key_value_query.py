"""Your code takes the rows in the order key, value, query; in `in_proj_weight` the query's are on top, then the key's, then the value's."""

import torch

def load_torch_attention(attention, torch_attention):
    k_proj, v_proj, q_proj = attention.w_k, attention.w_v, attention.w_q
    with torch.no_grad():
        for proj, weight, bias in zip((k_proj, v_proj, q_proj), torch_attention.in_proj_weight.chunk(3), torch_attention.in_proj_bias.chunk(3)):
            proj.weight.copy_(weight)
            proj.bias.copy_(bias)
        attention.w_o.weight.copy_(torch_attention.out_proj.weight)
        attention.w_o.bias.copy_(torch_attention.out_proj.bias)
