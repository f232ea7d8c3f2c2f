"""Your count has 4 d_model for the norms of an encoder and a decoder layer together; these have 2 and 3 norms of 2 d_model each."""

def transformer_parameters(vocab_size, d_model=512, n_layers=6, d_ff=2048):
    attention = 4 * (d_model * d_model + d_model)
    feed_forward = (d_model * d_ff + d_ff) + (d_ff * d_model + d_model)
    norm = 2 * d_model
    encoder_layer = attention + feed_forward + norm
    decoder_layer = 2 * attention + feed_forward + norm
    return vocab_size * d_model + n_layers * (encoder_layer + decoder_layer)
