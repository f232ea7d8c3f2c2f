"""Your count has the encoder alone; the decoder has as many layers, each with a second attention."""


def transformer_parameters(vocab_size, d_model=512, n_layers=6, d_ff=2048):
    attention = 4 * (d_model * d_model + d_model)
    ffn = 2 * d_model * d_ff + d_ff + d_model
    norm = 2 * d_model
    return vocab_size * d_model + n_layers * ((attention + ffn + 2 * norm))
