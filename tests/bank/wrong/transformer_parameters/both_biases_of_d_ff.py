"""Your feed-forward has two biases of d_ff; the second layer comes out d_model wide."""


def transformer_parameters(vocab_size, d_model=512, n_layers=6, d_ff=2048):
    attention = 4 * (d_model * d_model + d_model)
    ffn = 2 * d_model * d_ff + 2 * d_ff
    norm = 2 * d_model
    return vocab_size * d_model + n_layers * ((attention + ffn + 2 * norm) + (2 * attention + ffn + 3 * norm))
