"""Your padding mask lies along the queries: it switches off rows of padding, but padding is still seen by everyone. Put it along the last side, the keys."""

def decoder_mask(tokens, pad_id=0):
    return padding_mask(tokens, pad_id).transpose(1, 2) & causal_mask(tokens.shape[1])
