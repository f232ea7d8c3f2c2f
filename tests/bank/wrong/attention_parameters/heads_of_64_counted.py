"""Your code counts heads of 64 numbers, and what is left over is lost. The heads share d_model among them, whatever their number."""

def attention_parameters(d_model):
    d_head = 64 if d_model >= 64 else d_model
    n_heads = d_model // d_head
    return 3 * n_heads * (d_model * d_head + d_head) + n_heads * d_head * d_model + d_model
