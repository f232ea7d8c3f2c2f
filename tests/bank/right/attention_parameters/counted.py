def attention_parameters(d_model):
    attention = MultiHeadAttention(d_model, 1)
    return sum(p.numel() for p in attention.parameters())
