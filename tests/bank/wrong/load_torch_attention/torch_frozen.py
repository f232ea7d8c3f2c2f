"""Your function switches off the training of torch's attention and leaves it so. Copy inside `with torch.no_grad():` and change nothing of it."""

import torch


def load_torch_attention(attention, torch_attention):
    for parameter in torch_attention.parameters():
        parameter.requires_grad = False
    q, k, v = torch.split(torch_attention.in_proj_weight, torch_attention.embed_dim)
    bq, bk, bv = torch.split(torch_attention.in_proj_bias, torch_attention.embed_dim)
    for layer, w, b in ((attention.w_q, q, bq), (attention.w_k, k, bk), (attention.w_v, v, bv),
                        (attention.w_o, torch_attention.out_proj.weight, torch_attention.out_proj.bias)):
        layer.weight.data.copy_(w)
        layer.bias.data.copy_(b)
