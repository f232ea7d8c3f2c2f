import torch


def load_torch_attention(attention, torch_attention):
    weight = torch_attention.in_proj_weight.data.view(3, -1, torch_attention.embed_dim)
    bias = torch_attention.in_proj_bias.data.view(3, -1)
    for i, layer in enumerate((attention.w_q, attention.w_k, attention.w_v)):
        layer.weight.data.copy_(weight[i])
        layer.bias.data.copy_(bias[i])
    attention.w_o.load_state_dict(torch_attention.out_proj.state_dict())
