"""Your mask shows the future and hides the past: the triangle is the wrong way round."""

def decoder_mask(tokens, pad_id=0):
    return padding_mask(tokens, pad_id) & causal_mask(tokens.shape[1]).T
