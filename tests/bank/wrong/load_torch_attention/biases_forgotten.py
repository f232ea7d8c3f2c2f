"""Your code copies the weights and leaves all four biases out. A fresh torch attention has zeros there, a trained one has not."""

import torch


@torch.no_grad()
def load_torch_attention(attention, torch_attention):
    weights = torch_attention.in_proj_weight
    output = torch_attention.out_proj
    w_q, w_k, w_v = weights.chunk(3)
    attention.w_q.weight.copy_(w_q)
    attention.w_k.weight.copy_(w_k)
    attention.w_v.weight.copy_(w_v)
    attention.w_o.weight.copy_(output.weight)
