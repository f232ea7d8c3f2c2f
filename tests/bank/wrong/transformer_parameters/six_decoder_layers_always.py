"""Your code always counts 6 decoder layers. Both stacks have n_layers."""

def transformer_parameters(vocab_size, d_model=512, n_layers=6, d_ff=2048):
    lin = lambda a, b: (a + 1) * b
    enc = 4 * lin(d_model, d_model) + lin(d_model, d_ff) + lin(d_ff, d_model) + 4 * d_model
    dec = enc + 4 * lin(d_model, d_model) + 2 * d_model
    return vocab_size * d_model + n_layers * enc + 6 * dec
