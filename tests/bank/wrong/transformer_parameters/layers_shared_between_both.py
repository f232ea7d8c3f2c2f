"""Your code shares n_layers out, half to the encoder and half to the decoder. Each of the two has n_layers layers."""

def transformer_parameters(vocab_size, d_model=512, n_layers=6, d_ff=2048):
    attention = 4 * (d_model * d_model + d_model)
    feed_forward = 2 * d_model * d_ff + d_ff + d_model
    norm = 2 * d_model
    encoder_layer = attention + feed_forward + 2 * norm
    decoder_layer = 2 * attention + feed_forward + 3 * norm
    half = n_layers // 2
    return vocab_size * d_model + half * encoder_layer + (n_layers - half) * decoder_layer
