"""Your count leaves out the padding's row of the table. It is a row of the table like the others, and the output projection uses it."""

def transformer_parameters(vocab_size, d_model=512, n_layers=6, d_ff=2048):
    table = (vocab_size - 1) * d_model
    attention = 4 * (d_model**2 + d_model)
    feed_forward = 2 * d_model * d_ff + d_ff + d_model
    norm = 2 * d_model
    return table + n_layers * ((attention + feed_forward + 2 * norm) + (2 * attention + feed_forward + 3 * norm))
