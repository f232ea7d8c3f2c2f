from torch import nn


def fresh(tensor):
    return nn.Parameter(tensor.detach().clone())


def load_torch_attention(attention, torch_attention):
    q, k, v = torch_attention.in_proj_weight.split(torch_attention.embed_dim, dim=0)
    bq, bk, bv = torch_attention.in_proj_bias.split(torch_attention.embed_dim)
    attention.w_q.weight, attention.w_q.bias = fresh(q), fresh(bq)
    attention.w_k.weight, attention.w_k.bias = fresh(k), fresh(bk)
    attention.w_v.weight, attention.w_v.bias = fresh(v), fresh(bv)
    attention.w_o.weight, attention.w_o.bias = (
        fresh(torch_attention.out_proj.weight),
        fresh(torch_attention.out_proj.bias),
    )
