"""Your w_q, w_k and w_v look into torch's memory, so training one attention moves the other; copy the numbers: `copy_` or `clone()`."""

import torch

def load_torch_attention(attention, torch_attention):
    W = torch.split(torch_attention.in_proj_weight.data, attention.w_q.out_features, dim=0)
    B = torch.split(torch_attention.in_proj_bias.data, attention.w_q.out_features)
    layers = [attention.w_q, attention.w_k, attention.w_v]
    for i in range(3):
        layers[i].weight.data = W[i]
        layers[i].bias.data = B[i]
    attention.w_o.weight.data[:] = torch_attention.out_proj.weight.data
    attention.w_o.bias.data[:] = torch_attention.out_proj.bias.data
