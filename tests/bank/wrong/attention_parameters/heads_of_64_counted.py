"""Your code first cuts d_model into whole heads, of width 64 or eight in number, and loses what is left over. All heads together fill d_model by d_model matrices, whatever their width."""

def attention_parameters(d_model):
    d_head = 64 if d_model >= 64 else d_model
    n_heads = d_model // d_head
    return 3 * n_heads * (d_model * d_head + d_head) + n_heads * d_head * d_model + d_model
