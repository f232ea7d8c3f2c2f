"""Your count has no biases for queries, keys and values. All four layers of an attention have one."""

def transformer_parameters(vocab_size, d_model=512, n_layers=6, d_ff=2048):
    attention = 3 * d_model * d_model + (d_model * d_model + d_model)
    feed_forward = 2 * d_model * d_ff + d_ff + d_model
    norm = 2 * d_model
    return vocab_size * d_model + n_layers * (3 * attention + 2 * feed_forward + 5 * norm)
