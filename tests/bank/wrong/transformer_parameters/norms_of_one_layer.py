"""Your code counts the norms once for each stack: every layer has its own, two in the encoder and three in the decoder."""


def transformer_parameters(vocab_size, d_model=512, n_layers=6, d_ff=2048):
    attention = 4 * (d_model * d_model + d_model)
    feed_forward = d_model * d_ff + d_ff + d_ff * d_model + d_model
    norm = 2 * d_model
    encoder_layer = attention + feed_forward
    decoder_layer = 2 * attention + feed_forward
    table = vocab_size * d_model
    return table + 5 * norm + n_layers * encoder_layer + n_layers * decoder_layer
