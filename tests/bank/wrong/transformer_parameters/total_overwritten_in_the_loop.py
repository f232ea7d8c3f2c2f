"""Your loop writes the total anew in every round, so only one layer of each stack is counted. Add to it: `+=`."""


def transformer_parameters(vocab_size, d_model=512, n_layers=6, d_ff=2048):
    attention = 4 * (d_model * d_model + d_model)
    feed_forward = 2 * d_model * d_ff + d_ff + d_model
    norm = 2 * d_model
    encoder = attention + feed_forward + 2 * norm
    decoder = 2 * attention + feed_forward + 3 * norm
    total = 0
    for _ in range(n_layers):
        total = encoder + decoder
    return vocab_size * d_model + total
