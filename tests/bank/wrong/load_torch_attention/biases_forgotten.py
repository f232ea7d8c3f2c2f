"""Your code copies the weights and leaves the biases out. A fresh torch attention has zeros there, a trained one has not."""

import torch


def load_torch_attention(attention, torch_attention):
    with torch.no_grad():
        w_q, w_k, w_v = torch_attention.in_proj_weight.chunk(3)
        attention.w_q.weight.copy_(w_q)
        attention.w_k.weight.copy_(w_k)
        attention.w_v.weight.copy_(w_v)
        attention.w_o.weight.copy_(torch_attention.out_proj.weight)
