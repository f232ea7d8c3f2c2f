"""Your code builds a layer with a fixed number of heads, which does not divide every d_model. The count does not depend on the heads: one is enough, or none."""

def attention_parameters(d_model):
    layer = MultiHeadAttention(d_model, 4)
    return sum(p.numel() for p in layer.parameters())
