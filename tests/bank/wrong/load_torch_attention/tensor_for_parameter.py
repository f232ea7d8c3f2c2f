"""Your code assigns a plain tensor where a parameter stands, which torch refuses; copy its numbers into the parameter."""


def load_torch_attention(attention, torch_attention):
    w_q, w_k, w_v = torch_attention.in_proj_weight.chunk(3)
    attention.w_q.weight = w_q
    attention.w_k.weight = w_k
    attention.w_v.weight = w_v
    attention.w_o.weight = torch_attention.out_proj.weight
