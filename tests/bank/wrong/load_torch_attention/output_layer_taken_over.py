"""Your w_o *is* torch's out_proj, so training one moves the other; copy its numbers."""

import torch

def load_torch_attention(attention, torch_attention):
    with torch.no_grad():
        for layer, w, b in zip((attention.w_q, attention.w_k, attention.w_v), torch_attention.in_proj_weight.chunk(3), torch_attention.in_proj_bias.chunk(3)):
            layer.weight.copy_(w)
            layer.bias.copy_(b)
        attention.w_o = torch_attention.out_proj
