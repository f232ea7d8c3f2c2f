"""Your code takes everything after the first padding for padding; each token counts for itself."""

def decoder_mask(tokens, pad_id=0):
    real = (tokens != pad_id).long().cumprod(dim=1).bool()
    return real.unsqueeze(1) & causal_mask(tokens.shape[1])
