"""Your default for n_layers is 3; the base model has 6 in each stack."""

def transformer_parameters(vocab_size, d_model=512, n_layers=3, d_ff=2048):
    a, f = 4 * d_model * (d_model + 1), 2 * d_model * d_ff + d_model + d_ff
    return vocab_size * d_model + n_layers * (3 * a + 2 * f + 10 * d_model)
