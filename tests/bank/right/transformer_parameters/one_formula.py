def transformer_parameters(vocab_size, d_model=512, n_layers=6, d_ff=2048):
    d, f = d_model, d_ff
    return vocab_size * d + n_layers * (3 * 4 * (d * d + d) + 2 * (2 * d * f + f + d) + 5 * 2 * d)
