"""Your code reads `q_proj_weight`, which is None here: torch uses it only where keys have another width than queries. The three matrices stand in `in_proj_weight`."""

import torch


def load_torch_attention(attention, torch_attention):
    layers = attention.w_q, attention.w_k, attention.w_v
    with torch.no_grad():
        attention.w_q.weight.copy_(torch_attention.q_proj_weight)
        attention.w_k.weight.copy_(torch_attention.k_proj_weight)
        attention.w_v.weight.copy_(torch_attention.v_proj_weight)
        attention.w_o.load_state_dict(torch_attention.out_proj.state_dict())
