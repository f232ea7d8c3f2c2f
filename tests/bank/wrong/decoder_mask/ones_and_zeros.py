"""Your mask consists of the numbers 1 and 0; it must be boolean."""

def decoder_mask(tokens, pad_id=0):
    return (padding_mask(tokens, pad_id) & causal_mask(tokens.shape[1])).long()
