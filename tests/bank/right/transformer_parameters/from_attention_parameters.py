def transformer_parameters(vocab_size, d_model=512, n_layers=6, d_ff=2048):
    network = 2 * d_model * d_ff + d_model + d_ff
    encoder = attention_parameters(d_model) + network + 4 * d_model
    decoder = 2 * attention_parameters(d_model) + network + 6 * d_model
    return int(vocab_size * d_model + n_layers * encoder + n_layers * decoder)
