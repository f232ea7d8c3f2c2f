"""Your count gives an attention 8 heads of 64 numbers whatever d_model is. Together the heads always have d_model numbers."""


def transformer_parameters(vocab_size, d_model=512, n_layers=6, d_ff=2048):
    attention = 3 * (d_model * 512 + 512) + 512 * d_model + d_model
    feed_forward = 2 * d_model * d_ff + d_ff + d_model
    norm = 2 * d_model
    encoder = attention + feed_forward + 2 * norm
    decoder = 2 * attention + feed_forward + 3 * norm
    return vocab_size * d_model + n_layers * (encoder + decoder)
