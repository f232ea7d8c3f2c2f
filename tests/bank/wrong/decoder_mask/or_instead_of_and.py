"""Your mask allows what either mask allows; a token must be allowed by both: use & for |."""

def decoder_mask(tokens, pad_id=0):
    return padding_mask(tokens, pad_id) | causal_mask(tokens.shape[1])
