"""Your mask hides each token from itself, so the first token sees nothing; the diagonal belongs to the past."""

def decoder_mask(tokens, pad_id=0):
    return padding_mask(tokens, pad_id) & causal_mask(tokens.shape[1]).tril(-1)
