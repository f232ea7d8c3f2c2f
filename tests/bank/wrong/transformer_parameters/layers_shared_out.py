"""Your count shares n_layers out between the two stacks. The encoder has n_layers, and so has the decoder."""

def transformer_parameters(vocab_size, d_model=512, n_layers=12, d_ff=2048):
    attention = 4 * (d_model**2 + d_model)
    feed_forward = 2 * d_model * d_ff + d_ff + d_model
    norm = 2 * d_model
    encoder_layer = attention + feed_forward + 2 * norm
    decoder_layer = 2 * attention + feed_forward + 3 * norm
    return vocab_size * d_model + n_layers // 2 * (encoder_layer + decoder_layer)
