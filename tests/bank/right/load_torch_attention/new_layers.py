import copy

from torch import nn


def load_torch_attention(attention, torch_attention):
    d_model = torch_attention.embed_dim
    pieces = zip("qkv", torch_attention.in_proj_weight.split(d_model), torch_attention.in_proj_bias.split(d_model))
    for letter, weight, bias in pieces:
        layer = nn.Linear(d_model, d_model, dtype=weight.dtype)
        layer.load_state_dict({"weight": weight, "bias": bias})
        setattr(attention, f"w_{letter}", layer)
    attention.w_o = copy.deepcopy(torch_attention.out_proj)
    return attention
