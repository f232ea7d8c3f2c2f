"""Your code adds up how many rows each tensor has (`len`). Count all its numbers: `numel()`."""

def attention_parameters(d_model):
    return sum(len(p) for p in MultiHeadAttention(d_model, 1).parameters())
