"""Your count is 8 * d_model: each weight counts for d_model only, as with `len`, which gives the number of rows. Count all numbers of the matrix (`numel`)."""

def attention_parameters(d_model):
    return sum(len(p) for p in MultiHeadAttention(d_model, 1).parameters())
