"""Your code takes token 0 for padding whatever pad_id says."""

def decoder_mask(tokens, pad_id=0):
    return padding_mask(tokens) & causal_mask(tokens.shape[1])
