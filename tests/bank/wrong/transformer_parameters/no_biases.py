"""Your count leaves out the biases of the linear layers: d_model each in w_q, w_k, w_v, w_o and linear2, d_ff in linear1."""

def transformer_parameters(vocab_size, d_model=512, n_layers=6, d_ff=2048):
    attention = 4 * d_model * d_model
    feed_forward = 2 * d_model * d_ff
    norm = 2 * d_model
    encoder_layer = attention + feed_forward + 2 * norm
    decoder_layer = 2 * attention + feed_forward + 3 * norm
    return vocab_size * d_model + n_layers * (encoder_layer + decoder_layer)
