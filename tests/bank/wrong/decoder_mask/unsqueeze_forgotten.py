"""Your padding mask is (batch, time), so its sentences line up with the queries; give it a side of length 1 for them."""

def decoder_mask(tokens, pad_id=0):
    return causal_mask(tokens.shape[1]) & (tokens != pad_id)
