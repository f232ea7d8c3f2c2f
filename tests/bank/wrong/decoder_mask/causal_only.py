"""Your mask is causal but lets padding be seen; combine it with the padding mask."""

def decoder_mask(tokens, pad_id=0):
    return causal_mask(tokens.shape[1]).expand(len(tokens), -1, -1)
