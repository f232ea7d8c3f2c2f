"""Your mask hides the padding but not the future; combine it with the causal mask."""

def decoder_mask(tokens, pad_id=0):
    return padding_mask(tokens, pad_id).expand(-1, tokens.shape[1], -1)
