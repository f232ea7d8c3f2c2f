"""Your default for d_ff is not that of the base model, 2048."""

def transformer_parameters(vocab_size, d_model=512, n_layers=6, d_ff=1024):
    attention = 4 * (d_model**2 + d_model)
    ffn = 2 * d_model * d_ff + d_ff + d_model
    return vocab_size * d_model + n_layers * (3 * attention + 2 * ffn + 10 * d_model)
