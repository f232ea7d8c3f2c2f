"""Your causal mask is as long as there are sentences; it must be as long as each sentence: the second side of tokens."""

def decoder_mask(tokens, pad_id=0):
    return causal_mask(len(tokens)) & padding_mask(tokens, pad_id)
