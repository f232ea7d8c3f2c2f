"""Your mask is True where attention is forbidden; here True means may attend."""

def decoder_mask(tokens, pad_id=0):
    return ~(padding_mask(tokens, pad_id) & causal_mask(tokens.shape[1]))
