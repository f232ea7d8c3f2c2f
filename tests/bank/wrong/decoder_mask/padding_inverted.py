"""Your mask is right about the future, but it allows the padding and hides the words: tokens != pad_id."""

def decoder_mask(tokens, pad_id=0):
    return ~padding_mask(tokens, pad_id) & causal_mask(tokens.shape[1])
