"""Your code returns the causal mask alone, the same for every sentence; combine it with the padding mask."""

def decoder_mask(tokens, pad_id=0):
    return causal_mask(tokens.shape[1])
