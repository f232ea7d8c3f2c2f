def linear(i, o):
    return i * o + o


def transformer_parameters(vocab_size, d_model=512, n_layers=6, d_ff=2048):
    total = vocab_size * d_model
    for _ in range(n_layers):
        for attentions, norms in ((1, 2), (2, 3)):
            total += attentions * 4 * linear(d_model, d_model)
            total += linear(d_model, d_ff) + linear(d_ff, d_model) + norms * (d_model + d_model)
    return total
