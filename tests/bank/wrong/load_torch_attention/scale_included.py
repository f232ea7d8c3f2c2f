"""Your code divides w_q by sqrt(d_head) as well; both attentions scale the scores themselves, so copy the numbers as they are."""

import torch


def load_torch_attention(attention, torch_attention):
    layers = attention.w_q, attention.w_k, attention.w_v
    with torch.no_grad():
        for layer, weight, bias in zip(layers, torch_attention.in_proj_weight.chunk(3), torch_attention.in_proj_bias.chunk(3)):
            layer.weight.copy_(weight)
            layer.bias.copy_(bias)
        attention.w_q.weight.div_(torch_attention.head_dim**0.5)
        attention.w_o.load_state_dict(torch_attention.out_proj.state_dict())
