"""Your mask also switches off the rows of padded queries; the contract masks keys only, and those rows would have nothing to attend to."""

def decoder_mask(tokens, pad_id=0):
    real = tokens != pad_id
    return real.unsqueeze(1) & real.unsqueeze(2) & causal_mask(tokens.shape[1])
