"""Your code first cuts d_model into whole heads, of width 64 or eight in number, and loses what is left over. All heads together fill d_model by d_model matrices, whatever their width."""


def attention_parameters(d_model):
    n_heads = d_model // 64
    one_head = 3 * (d_model * 64 + 64)
    output = n_heads * 64 * d_model + d_model
    return n_heads * one_head + output
