import torch


def load_torch_attention(attention, torch_attention):
    with torch.no_grad():
        w_q, w_k, w_v = torch_attention.in_proj_weight.chunk(3)
        b_q, b_k, b_v = torch_attention.in_proj_bias.chunk(3)
        attention.w_q.weight.copy_(w_q)
        attention.w_k.weight.copy_(w_k)
        attention.w_v.weight.copy_(w_v)
        attention.w_q.bias.copy_(b_q)
        attention.w_k.bias.copy_(b_k)
        attention.w_v.bias.copy_(b_v)
        attention.w_o.weight.copy_(torch_attention.out_proj.weight)
        attention.w_o.bias.copy_(torch_attention.out_proj.bias)
