"""Your biases are right, but each weight takes every third row of `in_proj_weight`. The first third of the rows is the query's, then come the key's and the value's."""

import torch


@torch.no_grad()
def load_torch_attention(attention, torch_attention):
    weights = torch_attention.in_proj_weight
    biases = torch_attention.in_proj_bias
    output = torch_attention.out_proj
    w_q, w_k, w_v = weights[0::3], weights[1::3], weights[2::3]
    b_q, b_k, b_v = biases.chunk(3)
    attention.w_q.weight.copy_(w_q)
    attention.w_k.weight.copy_(w_k)
    attention.w_v.weight.copy_(w_v)
    attention.w_q.bias.copy_(b_q)
    attention.w_k.bias.copy_(b_k)
    attention.w_v.bias.copy_(b_v)
    attention.w_o.weight.copy_(output.weight)
    attention.w_o.bias.copy_(output.bias)
